package dev.greenlane.engine.consent.words;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tokens in a row, and what the lexicon says of them. */
record Row(List<Token> tokens, Lexicon lexicon) {

    int size() {
        return tokens.size();
    }

    Token token(int at) {
        return tokens.get(at);
    }

    /** What a token is in lower case; nothing before the first and behind the last. */
    String word(int at) {
        return at < 0 || at >= tokens.size() ? "" : tokens.get(at).lower();
    }

    boolean is(int at, Sort sort) {
        return lexicon.is(sort, word(at));
    }

    boolean isMark(int at) {
        return tokens.get(at).kind() == Token.Kind.MARK;
    }

    boolean isName(int at) {
        return tokens.get(at).kind() == Token.Kind.NAME;
    }

    /** Whether nothing, or a mark, stands here. */
    boolean ends(int at) {
        return at >= tokens.size() || isMark(at);
    }

    boolean has(Sort sort) {
        return tokens.stream().anyMatch(token -> lexicon.is(sort, token.lower()));
    }

    boolean has(Cue cue) {
        return IntStream.range(0, size()).anyMatch(at -> cue(cue, at).isPresent());
    }

    /** Whether a phrase of this meaning begins here; gives its length in tokens. */
    Optional<Integer> cue(Cue cue, int at) {
        return lexicon.cue(cue, tokens, at);
    }

    /** The verb that begins here. */
    Optional<Verbs.At> verb(int at) {
        return lexicon.verb(tokens, at);
    }

    /** What stands before a token. */
    Row until(int at) {
        return new Row(tokens.subList(0, at), lexicon);
    }
}
