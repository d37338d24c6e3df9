package io

// An OffsetWriter writes to a WriterAt, offsets being counted from a base.
type OffsetWriter struct {
	w    WriterAt
	base int64
	off  int64
}

// NewOffsetWriter returns a writer to w from offset off on.
func NewOffsetWriter(w WriterAt, off int64) *OffsetWriter { return &OffsetWriter{w, off, off} }

// Write writes p where the last Write or Seek left off.
func (o *OffsetWriter) Write(p []byte) (n int, err error) {
	n, err = o.w.WriteAt(p, o.off)
	o.off += int64(n)
	return n, err
}

// WriteAt writes p at offset off from the base.
func (o *OffsetWriter) WriteAt(p []byte, off int64) (n int, err error) {
	if off < 0 {
		return 0, errOffset
	}
	return o.w.WriteAt(p, o.base+off)
}

// Seek sets where to write next; there is no end to count from.
func (o *OffsetWriter) Seek(offset int64, whence int) (int64, error) {
	return seek(&o.off, o.base, offset, whence)
}
