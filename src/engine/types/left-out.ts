/**
 * Packages of Go's standard library, and names of packages that are here, that a program cannot have (no network, no files, no processes, no
 * cgo), and what to do instead. The nearest package's name would not help who imports one of these.
 */

interface Family {
  readonly paths: string;
  readonly why: string;
}

const noFiles = 'there is no file system: read from strings.NewReader or os.Stdin, write to a bytes.Buffer or os.Stdout';
const noNetwork = 'there is no network: let goroutines talk through channels, or through io.Pipe';

const families: readonly Family[] = [
  {
    paths: `net net/http net/http/cgi net/http/cookiejar net/http/fcgi net/http/httptest net/http/httptrace net/http/httputil net/http/pprof net/mail
      net/netip net/rpc net/rpc/jsonrpc net/smtp net/textproto net/url mime mime/multipart mime/quotedprintable`,
    why: noNetwork,
  },
  { paths: 'archive/tar archive/zip embed io/fs io/ioutil path path/filepath testing/fstest time/tzdata', why: noFiles },
  { paths: 'database/sql database/sql/driver', why: 'there are no databases: keep rows in a map behind a sync.RWMutex' },
  { paths: 'os/exec os/user', why: 'there are no other processes: start goroutines' },
  { paths: 'os/signal', why: 'there are no signals: end a program by context.WithCancel or context.WithTimeout' },
  { paths: 'syscall plugin runtime/cgo', why: 'there is no operating system below: os, time and runtime have what programs need of one' },
  { paths: 'log/syslog log/slog', why: 'write with log' },
  {
    paths: 'runtime/pprof runtime/trace runtime/metrics runtime/race runtime/coverage expvar',
    why: 'every run is recorded anyway: the timeline shows goroutines, locks and channels, --race finds races; runtime.ReadMemStats and testing.B measure',
  },
  { paths: 'math/big', why: 'math/bits multiplies and adds with 128 bits (Mul64, Add64)' },
  { paths: 'testing/quick', why: 'make inputs with math/rand/v2, or let Explore run the test over all schedules' },
  { paths: 'html/template text/template text/template/parse', why: 'write with fmt.Fprintf or text/tabwriter' },
  { paths: 'encoding/gob encoding/xml encoding/csv encoding/asn1 encoding/pem', why: 'encoding/json is here' },
  {
    paths: `crypto crypto/aes crypto/cipher crypto/des crypto/dsa crypto/ecdh crypto/ecdsa crypto/ed25519 crypto/elliptic crypto/fips140 crypto/hkdf
      crypto/hmac crypto/hpke crypto/md5 crypto/mlkem crypto/pbkdf2 crypto/rand crypto/rc4 crypto/rsa crypto/sha1 crypto/sha256 crypto/sha3 crypto/sha512
      crypto/subtle crypto/tls crypto/x509 crypto/x509/pkix`,
    why: 'a playground needs no secrets: take random numbers from math/rand/v2',
  },
  {
    paths: `compress/bzip2 compress/flate compress/gzip compress/lzw compress/zlib debug/buildinfo debug/dwarf debug/elf debug/gosym debug/macho debug/pe
      debug/plan9obj encoding/ascii85 encoding/base32 encoding/base64 encoding/binary encoding/hex go/ast go/build go/build/constraint go/constant
      go/doc go/doc/comment go/format go/importer go/parser go/printer go/scanner go/token go/types go/version hash hash/adler32 hash/crc32 hash/crc64
      hash/fnv hash/maphash html image image/color image/color/palette image/draw image/gif image/jpeg image/png index/suffixarray regexp/syntax simd/archsimd
      structs testing/cryptotest testing/iotest testing/slogtest text/scanner unique weak`,
    why: 'the library here is for concurrency: put the functions you need into the program',
  },
];

const reasons = new Map(families.flatMap(({ paths, why }) => paths.split(/\s+/).map((path) => [path, why] as const)));

/** Why this package of Go's library is not here and what to use instead; undefined if Go has no such package, or if it is here. */
export function leftOut(path: string): string | undefined {
  return reasons.get(path);
}

const names: readonly { readonly path: string; readonly pattern: RegExp; readonly why: string }[] = [
  {
    path: 'os',
    pattern:
      /^(Ch(dir|mod|own|times)|Create(Temp)?|Dir(FS|Entry)|File(Info|Mode)|Getwd|Lstat|Mkdir\w*|Mode\w+|O_\w+|Open\w*|Pipe|Read(Dir|File|link)|Remove(All)?|Rename|Root|Stat|Symlink|Link|TempDir|Truncate|WriteFile|UserHomeDir)$/,
    why: noFiles,
  },
  {
    path: 'os',
    pattern: /^(FindProcess|StartProcess|Proc\w+|Signal|Interrupt|Kill|Get[egpu]{0,2}(id|pid))$/,
    why: 'there are no other processes and no signals',
  },
  { path: 'testing', pattern: /^F$/, why: 'there is no fuzzing: make inputs with math/rand/v2' },
  { path: 'reflect', pattern: /^(MakeFunc|Method)$/, why: 'reflect calls no functions here' },
  { path: 'reflect', pattern: /^(MakeChan|Select\w*)$/, why: 'reflect does not use channels here: write a select statement' },
  { path: 'reflect', pattern: /^(Array|Chan|Func|Map|Slice|Struct)Of$/, why: 'types are known when the program is compiled' },
];

/** Why this name of a package is not here and what to use instead, if there is a reason. */
export function leftOutName(path: string, name: string): string | undefined {
  return names.find((family) => family.path === path && family.pattern.test(name))?.why;
}
