package dev.greenlane.syntax.shell;

import dev.greenlane.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Assignments before a command, and array literals behind {@code declare} and its kin. */
final class AssignmentReader {
    private static final Set<String> DECLARATIONS =
            Set.of("declare", "typeset", "local", "export", "readonly", "alias", "eval", "let");

    private final Grammar grammar;
    private final Source source;
    private final Cursor in;

    AssignmentReader(Grammar grammar) {
        this.grammar = grammar;
        this.source = grammar.source;
        this.in = grammar.in;
    }

    /** The assignment or else the word that starts here, if one does. */
    @Nullable
    Node assignmentOrWord() {
        in.peek();
        int start = in.position();
        String name = in.takeName();
        if (name == null) {
            return grammar.words.word();
        }
        if (in.peek() == '[') {
            int bracket = in.position();
            in.next();
            Word index = grammar.words.subscript();
            return atOperator()
                    ? assignment(start, name, Optional.of(index))
                    : subscripted(new Parts(source, start), start, bracket, index);
        }
        if (atOperator()) {
            return assignment(start, name, Optional.empty());
        }
        in.moveTo(start);
        return grammar.words.word();
    }

    private boolean atOperator() {
        return in.peek() == '=' || in.peek() == '+' && in.peekSecond() == '=';
    }

    /** A word that begins with {@code name[…]} but assigns nothing. */
    private Word subscripted(Parts parts, int start, int bracket, Word index) {
        int close = in.position();
        parts.literal(start, bracket + 1);
        parts.addAll(index, close - 1);
        parts.literal(close - 1, close);
        grammar.words.rest(parts);
        return parts.word();
    }

    private Assignment assignment(int start, String name, Optional<Word> index) {
        boolean append = in.take('+');
        in.take('=');
        int end = in.position();
        if (in.peek() == '(') {
            Assignment.Array array = array();
            return new Assignment(name, index, append, array, source.span(start, in.position()));
        }
        Word value = grammar.words.word();
        Span span = source.span(start, end);
        return new Assignment(
                name,
                index,
                append,
                new Assignment.Scalar(Optional.ofNullable(value)),
                value == null ? span : span.to(value.span()));
    }

    private Assignment.Array array() {
        in.take('(');
        int heightBeside = grammar.run.nesting.enter();
        List<Assignment.Element> elements = new ArrayList<>();
        grammar.skipNewlines();
        while (!in.take(')')) {
            if (in.peek() == Cursor.END) {
                throw ReadingError.missing(")");
            }
            elements.add(element());
            grammar.skipNewlines();
        }
        grammar.run.nesting.leave(heightBeside);
        return new Assignment.Array(elements);
    }

    private Assignment.Element element() {
        int start = in.position();
        if (in.peek() == '[') {
            in.next();
            Word key = grammar.words.subscript();
            if (atOperator()) {
                in.take('+');
                in.take('=');
                return new Assignment.Element(Optional.of(key), Optional.ofNullable(grammar.words.word()));
            }
            Word word = subscripted(new Parts(source, start), start, start, key);
            return new Assignment.Element(Optional.empty(), Optional.of(word));
        }
        Word word = grammar.words.word();
        if (word == null) {
            throw ReadingError.unexpected(in);
        }
        return new Assignment.Element(Optional.empty(), Optional.of(word));
    }

    /** Whether array literals may stand among the arguments of {@code command}. */
    boolean declares(Word command) {
        return command.parts().size() == 1
                && command.parts().getFirst() instanceof WordPart.Literal literal
                && DECLARATIONS.contains(literal.text());
    }

    /** An argument of such a command: {@code name=(…)} is one word, the list in it as it is written. */
    @Nullable
    Word declaration() {
        in.peek();
        int start = in.position();
        String name = in.takeName();
        if (name != null) {
            skipPlainSubscript();
        }
        if (name != null && atOperator()) {
            in.take('+');
            in.take('=');
            int list = in.position();
            if (in.peek() == '(') {
                return declaration(start, list, array());
            }
        }
        in.moveTo(start);
        return grammar.words.word();
    }

    private void skipPlainSubscript() {
        if (in.peek() != '[') {
            return;
        }
        int close = in.position() + 1;
        while (Chars.isName(in.raw(close))) {
            close++;
        }
        if (in.raw(close) == ']') {
            in.moveTo(close + 1);
        }
    }

    private Word declaration(int start, int list, Assignment.Array array) {
        List<WordPart> parts = new ArrayList<>();
        parts.add(written(source.span(start, list)));
        Span rest = source.span(list, in.position());
        for (Assignment.Element element : array.elements()) {
            for (Optional<Word> word : List.of(element.key(), element.value())) {
                for (WordPart part : word.map(Word::parts).orElse(List.of())) {
                    if (part.constant().isEmpty()) {
                        parts.add(written(new Span(rest.start(), part.span().start())));
                        parts.add(part);
                        rest = new Span(part.span().end(), rest.end());
                    }
                }
            }
        }
        parts.add(written(rest));
        return new Word(parts, source.span(start, in.position()));
    }

    private WordPart written(Span span) {
        return new WordPart.Literal(source.written(span), span);
    }
}
