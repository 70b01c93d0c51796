package dev.greenlane.syntax.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonReaderTest {

    private static String shape(String text) {
        return Trees.shape(PythonReader.read(text));
    }

    private static String expression(String text) {
        Module module = PythonReader.read(text);
        assertThat(module.body()).hasSize(1);
        return Trees.shape(((Statement.Evaluate) module.body().get(0)).expression());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        a + b * c            | Binary(a + Binary(b * c))
        a - b - c            | Binary(Binary(a - b) - c)
        a ** -b ** c         | Binary(a ** Unary(- Binary(b ** c)))
        not a and b or c     | Binary(Binary(Unary(not a) and b) or c)
        a < b <= c           | Compare([a b c] [< <=])
        a not in b           | Compare([a b] [not in])
        a is not b           | Compare([a b] [is not])
        a if b else c        | Conditional(b a c)
        a.b.c(d)[e]          | Subscript(Call(Attribute(Attribute(a b) c) [Argument(POSITIONAL - d)]) e)
        f(a, *b, c=d, **e)   | Call(f [Argument(POSITIONAL - a) Argument(SPREAD - b) Argument(NAMED c d) Argument(SPREAD_NAMED - e)])
        f(x for x in y if z) | Call(f [Argument(POSITIONAL - Comprehension(GENERATOR x - [Clause(x y [z])]))])
        a[1:2, ::3]          | Subscript(a Sequence(TUPLE [Slice(1 2 -) Slice(- - 3)]))
        (a, b)               | Sequence(TUPLE [a b])
        (a)                  | a
        ()                   | Sequence(TUPLE [])
        (a,)                 | Sequence(TUPLE [a])
        [a, *b]              | Sequence(LIST [a Starred(b)])
        {a, b}               | Sequence(SET [a b])
        {a: b, **c}          | Dictionary([Entry(a b) Entry(- c)])
        {k: v for k, v in d} | Comprehension(DICTIONARY k v [Clause(Sequence(TUPLE [k v]) d [])])
        lambda a, *b, c=1: a | Lambda([Parameter(PLAIN a -) Parameter(REST b -) Parameter(NAMED c 1)] a)
        (a := 1)             | Named(a 1)
        await a.b()          | Await(Call(Attribute(a b) []))
        print "a", b         | Call(print [Argument(POSITIONAL - 'a') Argument(POSITIONAL - b)])
        0x1F + 1_0.5e-3j     | Binary(0x1F + 1_0.5e-3j)
        1if a else 2         | Conditional(a 1 2)
        """)
    void readsExpressions(String text, String tree) {
        assertThat(expression(text)).isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        'a' "b"         | 'ab'
        'a\\x41\\u0042' | 'aAB'
        r'\\x41'        | '\\x41'
        '\\q'           | '\\q'
        '\\101'         | 'A'
        '''a"b'''       | 'a"b'
        'it\\'s'        | 'it's'
        '\\N{BULLET}'   | '•'
        """)
    void resolvesEscapes(String text, String tree) {
        assertThat(expression(text)).isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        f'a{b}c'             | [Plain(a) Field(b - [] -) Plain(c)]
        f'{a!r:>{w}}'        | [Field(a r [Plain(>) Field(w - [] -)] -)]
        f'{{}}{a}'           | [Plain({}) Field(a - [] -)]
        f'{a["b"]:x}'        | [Field(Subscript(a 'b') - [Plain(x)] -)]
        f"{a["b"]}"          | [Field(Subscript(a 'b') - [] -)]
        f'{f"{a}"}'          | [Field(FormattedString([Field(a - [] -)]) - [] -)]
        f'{a=}'              | [Field(a - [] a=)]
        f'{a != b}'          | [Field(Compare([a b] [!=]) - [] -)]
        f'{a:=1}'            | [Field(a - [Plain(=1)] -)]
        'x' f'{a}' 'y'       | [Plain(x) Field(a - [] -) Plain(y)]
        rf'\\{a}'            | [Plain(\\) Field(a - [] -)]
        f'{d:%Y-%m-%d}'      | [Field(d - [Plain(%Y-%m-%d)] -)]
        """)
    void readsFormattedStrings(String text, String parts) {
        assertThat(expression(text)).isEqualTo("FormattedString(" + parts + ")");
    }

    @Test
    void readsBlocks() {
        assertThat(shape("""
            if a:
                b
            elif c: d; e
            else:

                # nothing here
                f
            for x, y in z:
            \tg
            else: pass
            """))
                .isEqualTo("[If([Branch(a [Evaluate(b)]) Branch(c [Evaluate(d) Evaluate(e)])] [Evaluate(f)])"
                        + " For(Sequence(TUPLE [x y]) z [Evaluate(g)] [Jump(PASS)])]");
    }

    @Test
    void readsDefinitions() {
        assertThat(shape("""
            @d(1)
            async def f(a: int, /, b=2, *, c, **k) -> str:
                return a
            class C(B, metaclass=M):
                x: int = 1
            """))
                .isEqualTo("[Function(f [Parameter(PLAIN a -) Parameter(PLAIN b 2) Parameter(NAMED c -)"
                        + " Parameter(REST_NAMED k -)] [Return(a)] [Call(d [Argument(POSITIONAL - 1)])])"
                        + " ClassDefinition(C [Argument(POSITIONAL - B) Argument(NAMED metaclass M)]"
                        + " [Annotate(x int 1)] [])]");
    }

    @Test
    void readsImports() {
        assertThat(shape("import a.b as c, d\nfrom ..e import (f, g as h,)\nfrom . import *"))
                .isEqualTo("[Import([Alias(a.b c) Alias(d -)]) ImportFrom(e 2 [Alias(f -) Alias(g h)])"
                        + " ImportFrom( 1 [Alias(* -)])]");
    }

    @Test
    void readsTryWithAndMatch() {
        assertThat(shape("""
            try: a
            except (B, C) as e: d
            finally: f
            with (open(g) as h, i): j
            with (k): l
            match m:
                case {"n": [o, *_]} | P(q=0) as r if s: t
            match = 1
            """))
                .isEqualTo("[Try([Evaluate(a)] [Handler(Sequence(TUPLE [B C]) e [Evaluate(d)])] [] [Evaluate(f)])"
                        + " With([Item(Call(open [Argument(POSITIONAL - g)]) h) Item(i -)] [Evaluate(j)])"
                        + " With([Item(k -)] [Evaluate(l)])"
                        + " Match(m [Case(Named(r Binary(Dictionary([Entry('n' Sequence(LIST [o Starred(_)]))]) |"
                        + " Call(P [Argument(NAMED q 0)]))) s [Evaluate(t)])]) Assign([match] 1)]");
    }

    @Test
    void joinsLines() {
        assertThat(shape("a = (1 +\n  2)\nb = 1 + \\\n  2\n"))
                .isEqualTo("[Assign([a] Binary(1 + 2)) Assign([b] Binary(1 + 2))]");
    }

    @Test
    void readsLinesForNotebooks() {
        assertThat(shape("%pip install a\nb = 1\nif b:\n    !ls | wc\nc\n%%bash\nls\n"))
                .isEqualTo("[Notebook(%pip install a) Assign([b] 1) If([Branch(b [Notebook(!ls | wc)])] [])"
                        + " Evaluate(c) Notebook(%%bash\nls\n)]");
    }

    @Test
    void spansPointIntoTheText() {
        String text = "x = 1\nos.remove('a')\n";
        Statement second = PythonReader.read(text).body().get(1);
        assertThat(second.span().in(text)).isEqualTo("os.remove('a')");
        Expression.Call call = (Expression.Call) ((Statement.Evaluate) second).expression();
        assertThat(call.function().span().in(text)).isEqualTo("os.remove");
        assertThat(call.arguments().get(0).span().in(text)).isEqualTo("'a'");
    }

    @Test
    void aBadLineLeavesTheOthersReadable() {
        assertThat(shape("a\nb c\nd")).isEqualTo("[Evaluate(a) Unreadable(goes on where it should end) Evaluate(d)]");
        assertThat(shape("'a\nd")).isEqualTo("[Unreadable(has a string without an end) Evaluate(d)]");
    }

    @Test
    void aBadHeadLeavesItsBlockReadable() {
        assertThat(shape("if a b:\n    c\nd")).isEqualTo("[Unreadable(expected ':') Evaluate(c) Evaluate(d)]");
    }

    @Test
    void aBadArgumentLeavesTheCallReadable() {
        assertThat(expression("f(a b, c)"))
                .isEqualTo("Call(f [Argument(POSITIONAL - Unreadable(expected ',')) Argument(POSITIONAL - c)])");
    }

    @Test
    void bracketsThatAreNeverClosedEndBeforeTheNextStatement() {
        assertThat(shape("a = (1,\nimport b")).isEqualTo("[Unreadable(ends too early) Import([Alias(b -)])]");
    }

    @Test
    void aFieldWithoutAnEndIsUnreadable() {
        assertThat(expression("f'{a'"))
                .isEqualTo("FormattedString([Field(Unreadable(has a field without an end) - [] -)])");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(", "[", "{", "-", "not ", "f(", "a[", "lambda: ", "f'{", "if a: ", "a if b else ", "a ** "})
    void deepNestingIsUnreadableNotAnError(String opening) {
        Module module = PythonReader.read(opening.repeat(100_000));
        assertThat(Trees.unreadable(module)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+ a ", ".a", "[0]", "()", " < a", " or a"})
    void longChainsAreRead(String link) {
        Module module = PythonReader.read("a" + link.repeat(20_000));
        assertThat(Trees.unreadable(module)).isEmpty();
    }

    @Test
    void everyNodeOfALongListIsRead() {
        Module module = PythonReader.read("a = [" + "'x', ".repeat(50_000) + "]");
        assertThat(((Statement.Assign) module.body().get(0)).value())
                .isInstanceOfSatisfying(
                        Expression.Sequence.class, s -> assertThat(s.elements()).hasSize(50_000));
        assertThat(List.of(module)).hasSize(1);
    }
}
