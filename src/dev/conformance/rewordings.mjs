// The tests are Go 1.19's and ask for its words; the checker speaks today's Go. These are gc's own changes of wording since then, each as the older
// words made of the newer ones. A message may match in either form; what is reported, and where, is judged all the same.

const rewordings = [
  [/^declared and not used: (.*)$/s, '$1 declared but not used'],
  [/^(syntax error: .*)\bexpected\b/s, '$1expecting'],
  [/^(syntax error: unexpected) (?:name|keyword) /, '$1 '],
  [/^syntax error: missing parameter (name|type)$/, 'syntax error: mixed named and unnamed parameters'],
  [/^initialization cycle(?:: | for )(\S+)/, 'initialization loop for $1'],
  [/^method (\w+)\.(\w+) already declared at .*$/s, '$1.$2 redeclared in this block'],
  [/^method (\w+)\.(\w+) already declared at .*$/s, '(*$1).$2 redeclared in this block'],
  [/^("\S+") imported( as \S+)? and not used$/, 'imported and not used: $1$2'],
  [/^(?:not enough|too many) type arguments for type \w+: have (\d+), want (\d+)$/, 'got $1 arguments but $2 type parameters'],
  [/^invalid recursive type: (\w+) refers to itself$/, 'invalid recursive type $1'],
  [/^invalid operation: cannot call (.*): .* is not a function$/, 'invalid operation: cannot call non-function $1'],
  [/^invalid append: argument must be a slice; have/, 'first argument to append must be a slice; have'],
  [/^invalid copy: argument must be a slice; have (.*)$/, 'invalid argument: copy expects slice arguments; found $1'],
  [/^invalid copy: (arguments) (.*) have different element types (.*)$/, 'invalid argument: $1 to copy $2 have different element types $3'],
  [/^new\((.*)\) requires go1\.26 or later.*$/, '$1 is not a type'],
  [/^invalid array length (.*)$/, 'array length $1 must be integer'],
  [/^(\w+\.\w+) is not a type$/, '$1 undefined'],
  [/unknown field (\w+) in/, "unknown field '$1' in"],
  [/but does have (?:field|method) (\w+)/, 'but does have $1'],
  [/\((missing|wrong type for) method (\w+)\)/, '($1 $2 method)'],
  [/\(method (\w+) has pointer receiver\)/, '($1 method has pointer receiver)'],
  [/: (\S+ does not implement |need type assertion)/, ':\n\t$1'],
  [/ \((value|variable|constant .*?) of (?:(?:struct|interface|map|func|array|slice|pointer|chan|int) )?type (.*)\) as (.*?) value in /, ' ($1 of type $2) as type $3 in '],
];

/** The message in today's words, and in those of Go 1.19 where they were others. */
export function wordings(message) {
  return rewordings.reduce((forms, [now, then]) => [...forms, ...forms.filter((form) => now.test(form)).map((form) => form.replace(now, then))], [message]);
}
