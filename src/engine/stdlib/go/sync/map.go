package sync

import (
	"internal/rt"
	"unsafe"
)

// A Map is a map[any]any that goroutines may share without a lock of their own. Its zero value is empty.
type Map struct{ m map[any]any }

// Every operation is one step, so a plain map does; the hooks say that a reader sees what a writer did before writing.
func (m *Map) reads()  { rt.TraceAcquire(unsafe.Pointer(m)) }
func (m *Map) writes() { rt.TraceRelease(unsafe.Pointer(m)) }

func (m *Map) set(key, value any) {
	m.writes()
	if m.m == nil {
		m.m = make(map[any]any)
	}
	m.m[key] = value
}

// Load returns the value of key; ok tells whether there is one.
func (m *Map) Load(key any) (value any, ok bool) {
	m.reads()
	value, ok = m.m[key]
	return value, ok
}

// Store sets the value of key.
func (m *Map) Store(key, value any) { m.set(key, value) }

// LoadOrStore returns the value of key if there is one (loaded is true); otherwise it sets it to value and returns that.
func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	m.reads()
	if v, ok := m.m[key]; ok {
		return v, true
	}
	m.set(key, value)
	return value, false
}

// LoadAndDelete deletes key and returns the value it had; loaded tells whether it had one.
func (m *Map) LoadAndDelete(key any) (value any, loaded bool) {
	m.reads()
	value, loaded = m.m[key]
	if loaded {
		m.writes()
		delete(m.m, key)
	}
	return value, loaded
}

// Delete deletes key.
func (m *Map) Delete(key any) { m.LoadAndDelete(key) }

// Swap sets the value of key and returns the one it had; loaded tells whether it had one.
func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	m.reads()
	previous, loaded = m.m[key]
	m.set(key, value)
	return previous, loaded
}

// CompareAndSwap sets the value of key to new if it is old, which must be comparable, and reports whether it did.
func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) {
	m.reads()
	if v, ok := m.m[key]; !ok || v != old {
		return false
	}
	m.set(key, new)
	return true
}

// CompareAndDelete deletes key if its value is old, which must be comparable, and reports whether it did.
func (m *Map) CompareAndDelete(key, old any) (deleted bool) {
	m.reads()
	if v, ok := m.m[key]; !ok || v != old {
		return false
	}
	m.writes()
	delete(m.m, key)
	return true
}

// Range calls f for each key and its value until f returns false. f may use m; entries stored meanwhile may or may not be visited.
func (m *Map) Range(f func(key, value any) bool) {
	m.reads()
	for key, value := range m.m {
		if !f(key, value) {
			return
		}
	}
}

// Clear deletes all entries.
func (m *Map) Clear() {
	m.writes()
	m.m = nil
}
