package io

import "errors"

var (
	errWhence = errors.New("Seek: invalid whence")
	errOffset = errors.New("Seek: invalid offset")
)

// A SectionReader reads a part of a ReaderAt.
type SectionReader struct {
	r     ReaderAt
	base  int64
	off   int64
	limit int64
	n     int64
}

// NewSectionReader returns a reader of the n bytes of r from off on.
func NewSectionReader(r ReaderAt, off int64, n int64) *SectionReader {
	limit := off + n
	if limit < off {
		limit = 1<<63 - 1
	}
	return &SectionReader{r, off, off, limit, n}
}

// Read reads the next bytes of the section.
func (s *SectionReader) Read(p []byte) (n int, err error) {
	if s.off >= s.limit {
		return 0, EOF
	}
	if max := s.limit - s.off; int64(len(p)) > max {
		p = p[:max]
	}
	n, err = s.r.ReadAt(p, s.off)
	s.off += int64(n)
	return n, err
}

// Seek sets where in the section to read next.
func (s *SectionReader) Seek(offset int64, whence int) (int64, error) {
	if whence == SeekEnd {
		offset, whence = offset+s.Size(), SeekStart
	}
	return seek(&s.off, s.base, offset, whence)
}

// seek moves off, which is not before base, to where offset is counted from base or from off itself. It returns the place from base.
func seek(off *int64, base, offset int64, whence int) (int64, error) {
	switch whence {
	case SeekStart:
		offset += base
	case SeekCurrent:
		offset += *off
	default:
		return 0, errWhence
	}
	if offset < base {
		return 0, errOffset
	}
	*off = offset
	return offset - base, nil
}

// ReadAt reads from offset off of the section on.
func (s *SectionReader) ReadAt(p []byte, off int64) (n int, err error) {
	if off < 0 || off >= s.Size() {
		return 0, EOF
	}
	off += s.base
	if max := s.limit - off; int64(len(p)) > max {
		n, err = s.r.ReadAt(p[:max], off)
		if err == nil {
			err = EOF
		}
		return n, err
	}
	return s.r.ReadAt(p, off)
}

// Size returns the length of the section.
func (s *SectionReader) Size() int64 { return s.limit - s.base }

// Outer returns what the section is a part of.
func (s *SectionReader) Outer() (r ReaderAt, off int64, n int64) { return s.r, s.base, s.n }
