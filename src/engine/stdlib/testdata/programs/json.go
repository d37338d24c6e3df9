// Values to JSON and back, and what is wrong with texts that are not.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"time"
)

type Base struct {
	ID   int `json:"id"`
	Kind string
}
type Item struct {
	Base
	Name   string          `json:"name"`
	Price  float64         `json:"price,omitempty"`
	Tags   []string        `json:"tags"`
	Attrs  map[string]any  `json:"attrs,omitempty"`
	Next   *Item           `json:"next,omitempty"`
	Count  int64           `json:",string"`
	Skip   bool            `json:"-"`
	When   time.Time       `json:"when"`
	Raw    json.RawMessage `json:"raw"`
	Bytes  []byte          `json:"bytes"`
	Dur    time.Duration
	hidden int
}

type Color int

func (c Color) MarshalText() ([]byte, error) { return []byte(fmt.Sprintf("color%d", int(c))), nil }
func (c *Color) UnmarshalText(b []byte) error {
	_, err := fmt.Sscanf(string(b), "color%d", (*int)(c))
	return err
}

type Temp float64

func (t *Temp) MarshalJSON() ([]byte, error) {
	return []byte(fmt.Sprintf(`{"deg": %g}`, float64(*t))), nil
}

func main() {
	it := Item{Base: Base{7, "k"}, Name: "a<b>\"\u2028é\x01", Tags: nil, Attrs: map[string]any{"z": 1, "a": []int{1, 2}, "m": nil}, Count: 12, When: time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC), Raw: json.RawMessage(`{"x": [1, 2]}`), Bytes: []byte("hello"), Dur: time.Second}
	it.Next = &Item{Name: "inner", Price: 1.5e-7, Raw: nil}
	b, err := json.Marshal(it)
	fmt.Println(string(b), err)
	b, err = json.MarshalIndent(map[Color]*Color{3: nil}, ">", "  ")
	fmt.Println(string(b), err)
	t := Temp(3)
	b, err = json.Marshal(struct {
		T *Temp
		U Temp
		C Color
	}{&t, t, 5})
	fmt.Println(string(b), err)
	var back Item
	err = json.Unmarshal([]byte(`{"id":9,"kind":"K","NAME":"n","price":2.5,"tags":["x","y"],"attrs":{"q":[1,true,null,"s",{"w":2}]},"next":{"name":"deep"},"Count":"77","when":"2021-02-03T04:05:06Z","raw":[1,2],"bytes":"aGk=","Dur":5,"extra":{}}`), &back)
	fmt.Printf("%+v %v\n", back.Next.Name, err)
	back.Next = nil
	fmt.Printf("%+v\n", back)
	var anyv any
	fmt.Println(json.Unmarshal([]byte(` {"a":[1,2.5,"x\u00e9\ud83d\ude00",true,null]} `), &anyv), anyv)
	for _, bad := range []string{``, `{`, `{"a"}`, `[1,]`, `tru`, `{"a":1,}`, `"\x"`, `01`, `1.`, `{"id":"x"}`, `{"tags":5}`, `{"next":{"id":1.5}}`, `[1] 2`, "\"\n\"", `{"Count":5}`, `-`, `{"id":99999999999999999999}`} {
		var v Item
		err := json.Unmarshal([]byte(bad), &v)
		fmt.Printf("%s: %v %T\n", bad, err, err)
	}
	fmt.Println(json.Unmarshal([]byte(`1`), nil), json.Unmarshal([]byte(`1`), 5), json.Unmarshal([]byte(`1`), (*int)(nil)))
	_, err = json.Marshal(make(chan int))
	fmt.Println(err)
	_, err = json.Marshal(map[string]any{"x": func() {}})
	fmt.Println(err)
	dec := json.NewDecoder(strings.NewReader(`{"a":1} [2] "x" 3`))
	for {
		var v any
		if err := dec.Decode(&v); err != nil {
			fmt.Println(err)
			break
		}
		fmt.Println(v, dec.InputOffset())
	}
	dec = json.NewDecoder(strings.NewReader(`{"list":[{"n":1},{"n":2}],"k":null}`))
	for {
		tok, err := dec.Token()
		if err != nil {
			fmt.Println(err)
			break
		}
		fmt.Printf("%T %v %v\n", tok, tok, dec.More())
	}
	enc := json.NewEncoder(os.Stdout)
	enc.SetIndent("", " ")
	enc.SetEscapeHTML(false)
	enc.Encode(map[string]any{"h": "<&>", "e": []int{}, "o": struct{}{}, "n": []any{1, "2"}})
	d2 := json.NewDecoder(strings.NewReader(`{"zzz":1}`))
	d2.DisallowUnknownFields()
	fmt.Println(d2.Decode(&back))
	fmt.Println(json.Valid([]byte(`{"a":[]}`)), json.Valid([]byte(`{a:1}`)))
	type cyc struct{ C *cyc }
	c := &cyc{}
	c.C = c
	_, err = json.Marshal(c)
	fmt.Println(err)
}
