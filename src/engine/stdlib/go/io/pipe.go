package io

import "sync"

// pipe joins a reader and a writer: each Write waits until its bytes have been read or the reader is closed.
type pipe struct {
	writing sync.Mutex // one Write at a time
	data    chan []byte
	read    chan int // how much of the slice sent last was taken
	once    sync.Once
	done    chan struct{}
	rerr    error // why the reading side closed, nil if it did not
	werr    error
}

func (p *pipe) close(side *error, err error) {
	if *side == nil {
		*side = err
	}
	p.once.Do(func() { close(p.done) })
}

// readError is what Read returns after done.
func (p *pipe) readError() error {
	if p.rerr == nil && p.werr != nil {
		return p.werr
	}
	return ErrClosedPipe
}

// writeError is what Write returns after done.
func (p *pipe) writeError() error {
	if p.werr == nil && p.rerr != nil {
		return p.rerr
	}
	return ErrClosedPipe
}

func isDone(done chan struct{}) bool {
	select {
	case <-done:
		return true
	default:
		return false
	}
}

func (p *pipe) Read(b []byte) (n int, err error) {
	if isDone(p.done) {
		return 0, p.readError()
	}
	select {
	case data := <-p.data:
		n := copy(b, data)
		p.read <- n
		return n, nil
	case <-p.done:
		return 0, p.readError()
	}
}

func (p *pipe) Write(b []byte) (n int, err error) {
	if isDone(p.done) {
		return 0, p.writeError()
	}
	p.writing.Lock()
	defer p.writing.Unlock()
	for once := true; once || len(b) > 0; once = false {
		select {
		case p.data <- b:
			taken := <-p.read
			b = b[taken:]
			n += taken
		case <-p.done:
			return n, p.writeError()
		}
	}
	return n, nil
}

// A PipeReader is the reading end of a pipe.
type PipeReader struct{ p *pipe }

// Read waits until something is written or the writing end is closed.
func (r *PipeReader) Read(data []byte) (n int, err error) { return r.p.Read(data) }

// Close makes writes fail with ErrClosedPipe.
func (r *PipeReader) Close() error { return r.CloseWithError(nil) }

// CloseWithError makes writes fail with err.
func (r *PipeReader) CloseWithError(err error) error {
	if err == nil {
		err = ErrClosedPipe
	}
	r.p.close(&r.p.rerr, err)
	return nil
}

// A PipeWriter is the writing end of a pipe.
type PipeWriter struct{ p *pipe }

// Write waits until all of data has been read or the reading end is closed.
func (w *PipeWriter) Write(data []byte) (n int, err error) { return w.p.Write(data) }

// Close makes reads return EOF.
func (w *PipeWriter) Close() error { return w.CloseWithError(nil) }

// CloseWithError makes reads return err.
func (w *PipeWriter) CloseWithError(err error) error {
	if err == nil {
		err = EOF
	}
	w.p.close(&w.p.werr, err)
	return nil
}

// Pipe returns the two ends of a pipe without memory: writing and reading meet.
func Pipe() (*PipeReader, *PipeWriter) {
	p := &pipe{data: make(chan []byte), read: make(chan int), done: make(chan struct{})}
	return &PipeReader{p}, &PipeWriter{p}
}
