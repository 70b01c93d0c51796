package dev.greenlane.engine.consent.words;

import dev.greenlane.engine.consent.words.Clause.Mood;
import dev.greenlane.engine.consent.words.Forms.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Cuts a message into clauses. */
final class MessageReader {

    private static final Set<String> ENDS = Set.of(".", "!", "?", ";", "\n", "。", "！", "？", "；", "—");
    private static final Set<String> BULLETS = Set.of("-", "*", "•", "–");

    private static final int LONGEST_QUOTE = 160;

    private final String message;
    private final Lexicon lexicon;
    private final List<Clause> clauses = new ArrayList<>();
    /** Whether the last condition asks for a fact, and waits for nothing. */
    private boolean checks;

    private MessageReader(String message, Lexicon lexicon) {
        this.message = message;
        this.lexicon = lexicon;
    }

    /** The clauses of a message, in order, as those of the first message. */
    static List<Clause> read(String message, Lexicon lexicon) {
        MessageReader reader = new MessageReader(message, lexicon);
        reader.sentences(Token.of(message));
        return reader.clauses;
    }

    private void sentences(List<Token> tokens) {
        List<Token> sentence = new ArrayList<>();
        boolean listing = false;
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            boolean newLine = token.kind() == Token.Kind.MARK && token.lower().equals("\n");
            if (newLine && (listing || endsOpen(sentence)) && at + 1 < tokens.size() && isBullet(tokens, at + 1)) {
                listing = true;
                sentence.add(new Token(Token.Kind.MARK, ",", ",", token.start(), token.end()));
                at++;
            } else if (token.isMark(".")
                    && at > 0
                    && lexicon.is(Sort.ABBREVIATIONS, tokens.get(at - 1).lower())) {
                continue;
            } else if (token.kind() == Token.Kind.MARK && ENDS.contains(token.lower())) {
                sentence(sentence, token.lower().equals("?") || token.lower().equals("？"));
                sentence = new ArrayList<>();
                listing = false;
            } else {
                sentence.add(token);
            }
        }
        sentence(sentence, false);
    }

    private static boolean endsOpen(List<Token> sentence) {
        return !sentence.isEmpty()
                && (sentence.getLast().isMark(":") || sentence.getLast().isMark(","));
    }

    private static boolean isBullet(List<Token> tokens, int at) {
        return BULLETS.contains(tokens.get(at).lower());
    }

    // ---- clauses of a sentence
    // ---------------------------------------------------------------------------------------

    private void sentence(List<Token> tokens, boolean question) {
        List<Token> clause = new ArrayList<>();
        boolean pending = false;
        boolean exclusion = false;
        int phraseEnd = 0;
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (at < phraseEnd) {
                clause.add(token);
                continue;
            }
            phraseEnd = at + phrase(tokens, at);
            Optional<Integer> idle = lexicon.cue(Cue.IDLE, tokens, at);
            if (idle.isPresent()) {
                at += idle.get() - 1;
                continue;
            }
            if (lexicon.cue(Cue.CONCEDES, tokens, at).isPresent()) {
                at = endOfCondition(tokens, at) - 1;
                continue;
            }
            Optional<Integer> asks = lexicon.cue(Cue.ASKS, tokens, at);
            Optional<Integer> condition = asks.isPresent() ? Optional.empty() : condition(tokens, at);
            if (condition.isPresent()) {
                int end = endOfCondition(tokens, at);
                if (leadsNext(tokens, at, end, clause)) {
                    finish(clause, question, pending, exclusion);
                    clause = new ArrayList<>();
                    exclusion = false;
                }
                boolean lasts = lexicon.is(Sort.LASTING, token.lower());
                checks = lexicon.is(Sort.CHECKS, token.lower());
                boolean leads =
                        clause.stream().noneMatch(each -> each.kind() != Token.Kind.MARK) && end < tokens.size();
                pending = true;
                if (!leads) {
                    finish(clause, question, !lasts, exclusion);
                    clause = new ArrayList<>();
                    pending = false;
                    exclusion = false;
                }
                at = end;
                continue;
            }
            Optional<Integer> excludes = lexicon.cue(Cue.EXCLUDES, tokens, at);
            boolean turns = lexicon.cue(Cue.REQUESTS, tokens, at).isEmpty()
                    && token.isWord()
                    && lexicon.is(Sort.TURNS, token.lower())
                    && excludes.isEmpty();
            if (excludes.isPresent() || turns || begins(tokens, at, clause)) {
                finish(clause, question, pending, exclusion);
                if (token.isMark(":")) {
                    headline();
                }
                clause = new ArrayList<>();
                exclusion = excludes.isPresent() && !clauses.isEmpty();
                if (excludes.isPresent()) {
                    at += excludes.get() - 1;
                    continue;
                }
                if (turns || lexicon.is(Sort.JOINS, token.lower())) {
                    continue;
                }
            }
            clause.add(token);
        }
        finish(clause, question, pending, exclusion);
    }

    /** What stands before a colon with an order behind it says what that is for: {@code cleanup of staging: stop web-1}. */
    private void headline() {
        if (!clauses.isEmpty() && clauses.getLast().mood() == Mood.ORDER) {
            Clause last = clauses.removeLast();
            clauses.add(last.with(Mood.STATEMENT, last.message()));
        }
    }

    /** How many tokens belong to one phrase that begins at a token: nothing ends between {@code do} and {@code without}. */
    private int phrase(List<Token> tokens, int at) {
        int verb = lexicon.verb(tokens, at).map(Verbs.At::length).orElse(0);
        return Math.max(verb, lexicon.cue(Cue.REQUESTS, tokens, at).orElse(0));
    }

    private void finish(List<Token> clause, boolean question, boolean condition, boolean exclusion) {
        if (clause.stream().noneMatch(token -> token.kind() != Token.Kind.MARK)) {
            return;
        }
        String quote =
                message.substring(clause.get(0).start(), clause.getLast().end()).strip();
        String shown = quote.length() <= LONGEST_QUOTE ? quote : quote.substring(0, LONGEST_QUOTE - 1) + "…";
        clauses.add(ClauseReader.read(
                clause, new ClauseReader.Frame(question, condition, condition && checks, exclusion, shown), lexicon));
    }

    /** Whether a new clause begins at a token: a word that joins, with an order or a prohibition behind it. */
    private boolean begins(List<Token> tokens, int at, List<Token> clause) {
        if (clause.isEmpty()) {
            return false;
        }
        Token token = tokens.get(at);
        if (token.isMark(",") && (tellsSomethingNew(tokens, at + 1) || keepsSomething(tokens, at + 1))) {
            return true;
        }
        if (token.isMark(",")
                && lexicon.is(Sort.MEANS, clause.get(0).lower())
                && at + 1 < tokens.size()
                && lexicon.is(Sort.OPENINGS, tokens.get(at + 1).lower())) {
            return true;
        }
        boolean prohibits = lexicon.cue(Cue.PROHIBITS, tokens, at).isPresent();
        if (prohibits && !lexicon.is(Sort.LOOSE_DENIALS, token.lower())) {
            return clause.size() > 1 || lexicon.is(Sort.JOINS, clause.getLast().lower());
        }
        if (prohibits && token.lower().equals("without")) {
            return true;
        }
        if (token.isMark(":") && clause.stream().anyMatch(each -> lexicon.is(Sort.NOTHING, each.lower()))) {
            return true;
        }
        if (!lexicon.is(Sort.JOINS, token.lower()) && !token.isMark(":")) {
            return false;
        }
        int next = at + 1;
        while (next < tokens.size() && (lexicon.is(Sort.JOINS, tokens.get(next).lower()) || isFiller(tokens, next))) {
            next++;
        }
        if (next >= tokens.size()) {
            return false;
        }
        if (lexicon.cue(Cue.PROHIBITS, tokens, next).isPresent()
                || lexicon.cue(Cue.KEEPS, tokens, next).isPresent()
                || lexicon.cue(Cue.REQUESTS, tokens, next).isPresent()) {
            return true;
        }
        int verb = next;
        return lexicon.verb(tokens, next)
                .filter(found -> found.meaning().form() == Form.BASE)
                .filter(found -> !found.meaning().ambiguous()
                        || tokens.get(verb - 1).lower().equals("then")
                        || followedByObject(tokens, verb + found.length()))
                .isPresent();
    }

    /** Whether a sentence of its own follows: {@code , the upgrade has held}. */
    private boolean tellsSomethingNew(List<Token> tokens, int from) {
        if (from >= tokens.size()) {
            return false;
        }
        if (!lexicon.is(Sort.SUBJECTS, tokens.get(from).lower())) {
            return from + 1 < tokens.size()
                    && tokens.get(from).kind() != Token.Kind.MARK
                    && lexicon.verb(tokens, from).isEmpty()
                    && (lexicon.is(Sort.STATES, tokens.get(from + 1).lower())
                            || lexicon.verb(tokens, from + 1)
                                    .filter(verb -> verb.meaning().form() == Form.THIRD)
                                    .isPresent());
        }
        for (int at = from + 1; at < Math.min(tokens.size(), from + 7); at++) {
            Token token = tokens.get(at);
            if (token.kind() == Token.Kind.MARK) {
                return false;
            }
            boolean past = lexicon.verb(tokens, at)
                    .filter(verb ->
                            verb.meaning().form() == Form.PAST || verb.meaning().form() == Form.THIRD)
                    .isPresent();
            if (lexicon.is(Sort.STATES, token.lower()) || past) {
                return true;
            }
        }
        return false;
    }

    /** Whether something to be kept follows: {@code , main stays}. */
    private boolean keepsSomething(List<Token> tokens, int from) {
        for (int at = from;
                at < Math.min(tokens.size(), from + 8) && tokens.get(at).kind() != Token.Kind.MARK;
                at++) {
            if (lexicon.cue(Cue.KEEPS, tokens, at).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private boolean isFiller(List<Token> tokens, int at) {
        return lexicon.is(Sort.BETWEEN, tokens.get(at).lower());
    }

    private boolean followedByObject(List<Token> tokens, int at) {
        return at < tokens.size()
                && (tokens.get(at).kind() == Token.Kind.NAME
                        || lexicon.is(Sort.OBJECTS, tokens.get(at).lower()));
    }

    private Optional<Integer> condition(List<Token> tokens, int at) {
        Optional<Integer> found = lexicon.cue(Cue.CONDITIONS, tokens, at);
        if (found.isEmpty()) {
            return found;
        }
        int next = at + found.get();
        if (next >= tokens.size()) {
            return Optional.empty();
        }
        Token after = tokens.get(next);
        if (after.kind() == Token.Kind.MARK) {
            return Optional.empty();
        }
        String word = tokens.get(at).lower();
        boolean range = lexicon.is(Sort.UNTIL, word)
                && after.kind() == Token.Kind.NAME
                && at > 0
                && tokens.get(at - 1).kind() == Token.Kind.NAME;
        boolean time = lexicon.is(Sort.AT_POINTS, word)
                && (lexicon.is(Sort.TIMES, after.lower())
                        || after.kind() == Token.Kind.NAME && after.text().matches("[0-9/:.-]+.*"));
        boolean sequence = word.equals("after")
                && lexicon.verb(tokens, next)
                        .filter(verb -> verb.meaning().form() == Form.ING)
                        .isPresent();
        return range || time || sequence ? Optional.empty() : found;
    }

    /** Whether a condition belongs to what follows it: {@code back it up, and if that works, drop it}. */
    private boolean leadsNext(List<Token> tokens, int at, int end, List<Token> clause) {
        boolean apart = clause.stream().anyMatch(token -> token.kind() != Token.Kind.MARK)
                && (clause.getLast().isMark(",")
                        || lexicon.is(Sort.JOINS, clause.getLast().lower()));
        int next = end;
        while (next < tokens.size()
                && (tokens.get(next).kind() == Token.Kind.MARK
                        || lexicon.is(Sort.JOINS, tokens.get(next).lower())
                        || isFiller(tokens, next))) {
            next++;
        }
        return apart
                && at < end
                && next < tokens.size()
                && lexicon.verb(tokens, next)
                        .filter(verb -> verb.meaning().form() == Form.BASE)
                        .isPresent();
    }

    private static int endOfCondition(List<Token> tokens, int at) {
        for (int end = at; end < tokens.size(); end++) {
            if (tokens.get(end).isMark(",")
                    || tokens.get(end).lower().equals("then")
                    || tokens.get(end).isMark("，")) {
                return end;
            }
        }
        return tokens.size();
    }
}
