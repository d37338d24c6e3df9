package main

import (
	"encoding/json"
	"fmt"
)

// Nothing here makes a pointer to an interface but the decoder itself.
func main() {
	var object map[string]any
	err := json.Unmarshal([]byte(`{"num": 6.13, "strs": ["a", "b"], "in": {"x": null}}`), &object)
	fmt.Println(object, err)
	text, err := json.Marshal(object)
	fmt.Println(string(text), err)
}
