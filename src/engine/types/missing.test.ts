import { describe, expect, it, test } from 'vitest';
import { libraryPaths } from '../stdlib/sources.ts';
import { publicPaths } from '../compile/library.ts';
import { check } from '../compile/compile.ts';
import { leftOut } from './left-out.ts';
import { missingPackage, nearestPath } from './missing.ts';

describe('the nearest package', () => {
  const nearest: Record<string, string | undefined> = {
    maths: 'math',
    fnt: 'fmt',
    ftm: 'fmt',
    Fmt: 'fmt',
    string: 'strings',
    strconf: 'strconv',
    slice: 'slices',
    contxt: 'context',
    'context/v2': 'context',
    atomic: 'sync/atomic',
    'sync/atomics': 'sync/atomic',
    'golang.org/x/sync/errgrp': 'golang.org/x/sync/errgroup',
    'golang.org/x/sync/singlefligth': 'golang.org/x/sync/singleflight',
    'golang.org/sync/errgroup': 'golang.org/x/sync/errgroup',
    'golang.org/x/rate': 'golang.org/x/time/rate',
    'golang.org/x/exp/slices': 'slices',
    'golang.org/x/net/context': 'context',
    'github.com/pkg/errors': 'errors',
    errgroup: 'golang.org/x/sync/errgroup',
    'math/rand/v3': 'math/rand/v2',
    'rand/v2': 'math/rand/v2',
    rand: 'math/rand',
    utf8: 'unicode/utf8',
    json: 'encoding/json',
    foo: undefined,
    'foo/bar': undefined,
    'github.com/stretchr/testify/assert': undefined,
    'go.uber.org/goleak': undefined,
  };
  it.each(Object.entries(nearest))('of %s is %s', (path, wanted) => {
    expect(nearestPath(path, publicPaths)).toBe(wanted);
  });

  it.each(publicPaths.filter((path) => path.length > 3))('of %s with a letter missing is itself', (path) => {
    const misspelt = path.slice(0, -2) + path.slice(-1);
    expect(nearestPath(misspelt, publicPaths)).toBe(path);
  });
});

describe('what is said of an import that leads nowhere', () => {
  test.each([
    ['maths', 'package maths is not in std (did you mean "math"?)'],
    ['foo/bar', 'package foo/bar is not in std'],
    [
      'golang.org/x/sync/errgrp',
      'no required module provides package golang.org/x/sync/errgrp (did you mean "golang.org/x/sync/errgroup"?)',
    ],
    [
      'github.com/foo/bar',
      'no required module provides package github.com/foo/bar: programs here have the library alone, with golang.org/x/sync and golang.org/x/time/rate',
    ],
    ['./pool', '"./pool" is relative, but relative import paths are not supported: a program here is one package'],
    ['internal/abi', 'use of internal package internal/abi not allowed'],
    ['C', 'cgo is not available here: write it in Go'],
    ['math/big', 'package math/big is not available here: math/bits multiplies and adds with 128 bits (Mul64, Add64)'],
    ['net/http', 'package net/http is not available here: there is no network: let goroutines talk through channels, or through io.Pipe'],
    ['os/exec', 'package os/exec is not available here: there are no other processes: start goroutines'],
    [
      'os/signal',
      'package os/signal is not available here: there are no signals: end a program by context.WithCancel or context.WithTimeout',
    ],
    [
      'syscall',
      'package syscall is not available here: there is no operating system below: os, time and runtime have what programs need of one',
    ],
  ])('%s', (path, message) => {
    expect(missingPackage(path, publicPaths)).toBe(message);
  });

  it('stands at the import’s line, and uses of the package are not mentioned again', () => {
    const text =
      'package main\n\nimport (\n\t"fmt"\n\t"maths"\n\tweb "net/http"\n)\n\nfunc main() { fmt.Println(maths.Pi, web.StatusOK) }\n';
    const { problems } = check([{ name: 'main.go', text }]);
    expect(problems.map(({ line, column, message }) => `${line}:${column}: ${message.slice(0, 40)}`)).toEqual([
      '5:2: package maths is not in std (did you mea',
      '6:6: package net/http is not available here: ',
    ]);
  });

  it('is said of names that are left out of packages, too', () => {
    const text =
      'package main\n\nimport (\n\t"os"\n\t"reflect"\n)\n\nfunc f(os.FileInfo) {}\n\nfunc main() {\n\tos.ReadFile("x")\n\tos.Exix(1)\n\treflect.Select(nil)\n}\n';
    const { problems } = check([{ name: 'main.go', text }]);
    const files = 'there is no file system: read from strings.NewReader or os.Stdin, write to a bytes.Buffer or os.Stdout';
    expect(problems.map(({ line, column, message }) => `${line}:${column}: ${message}`)).toEqual([
      `8:11: undefined: os.FileInfo (${files})`,
      `11:5: undefined: os.ReadFile (${files})`,
      '12:5: undefined: os.Exix',
      '13:10: undefined: reflect.Select (reflect does not use channels here: write a select statement)',
    ]);
  });

  it('never names a package that is here as left out', () => {
    expect(libraryPaths.filter((path) => leftOut(path) !== undefined)).toEqual([]);
  });
});
