package dev.greenlane.engine.consent.words;

import dev.greenlane.engine.consent.words.Clause.Mood;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts a sentence into clauses. For one use. */
final class SentenceReader {

    private static final int LONGEST_QUOTE = 160;

    private final String message;
    private final List<Token> tokens;
    private final boolean question;
    private final Lexicon lexicon;
    private final Conditions conditions;
    private final ClauseBounds bounds;
    private final List<Clause> clauses;

    /** Whether what is read now follows from what was said before. */
    private boolean follows;

    private List<Token> clause = new ArrayList<>();
    /** Whether what is read now stands under a condition. */
    private boolean pending;
    /** The words of that condition; of all where it stands under several. */
    private String when = "";
    /** Whether that condition asks for a fact, and waits for nothing. */
    private boolean checks;
    /** Whether what is read now is kept out of what was said before. */
    private boolean exclusion;
    /** Whether the rest of the sentence is what somebody or something else says. */
    private boolean reported;

    /** Whether the rest of the sentence is only asked about, planned or tried. */
    private boolean thought;

    /** How many clauses stood before the sentence. */
    private final int first;

    /** @param clauses takes the clauses of the sentence */
    SentenceReader(String message, List<Token> tokens, boolean question, Lexicon lexicon, List<Clause> clauses) {
        this.message = message;
        this.tokens = tokens;
        this.question = question;
        this.lexicon = lexicon;
        this.conditions = new Conditions(tokens, lexicon);
        this.bounds = new ClauseBounds(new Row(tokens, lexicon));
        this.clauses = clauses;
        this.first = clauses.size();
    }

    void read() {
        int phraseEnd = 0;
        for (int at = 0; at < tokens.size(); at++) {
            if (at < phraseEnd) {
                clause.add(tokens.get(at));
                continue;
            }
            phraseEnd = at + phrase(at);
            int idle = conditions.idle(at);
            Optional<Integer> concedes = lexicon.cue(Cue.CONCEDES, tokens, at);
            if (idle > 0 || concedes.isPresent()) {
                int end = idle > 0 ? at + idle : conditions.endOfConcession(at, concedes.orElse(0));
                at = aside(end);
            } else if (lexicon.cue(Cue.ASKS, tokens, at).isEmpty()
                    && conditions.at(at).isPresent()) {
                at = condition(at);
            } else {
                at = word(at);
            }
        }
        finish(pending);
        if (endsWithFirst()) {
            clauses.subList(first, clauses.size()).replaceAll(SentenceReader::waiting);
        }
    }

    /** Whether a part of the sentence only asks about, plans or tries what stands behind it. */
    boolean thinks() {
        return thought;
    }

    /** {@code Drop it, but back it up first}. */
    private boolean endsWithFirst() {
        return !tokens.isEmpty()
                && lexicon.is(Sort.FIRST, tokens.getLast().lower())
                && tokens.stream().anyMatch(token -> lexicon.is(Sort.AGAINST, token.lower()));
    }

    private static Clause waiting(Clause clause) {
        return clause.mood() == Mood.ORDER ? clause.with(Mood.CONDITION, clause.message()) : clause;
    }

    /** Leaves out what changes nothing, and begins a new clause where an order stands behind it; returns the last token left out. */
    private int aside(int end) {
        boolean apart =
                !clause.isEmpty() && (clause.getLast().kind() == Token.Kind.MARK || is(Sort.JOINS, clause.getLast()));
        if (apart && conditions.isOrder(end)) {
            finish(pending);
        }
        return end - 1;
    }

    /** Takes the condition that begins at a token; returns where it ends. */
    private int condition(int at) {
        int end = conditions.end(at);
        if (conditions.leadsNext(at, end, clause)) {
            finish(pending);
            exclusion = false;
        }
        boolean lasts = lexicon.is(Sort.LASTING, tokens.get(at).lower());
        checks = lexicon.is(Sort.CHECKS, tokens.get(at).lower());
        String words = conditions.text(message, at, end);
        when = pending ? when + " " + words : words;
        boolean leads = isBlank(clause) && end < tokens.size();
        pending = true;
        if (!leads) {
            finish(!lasts);
            pending = false;
            exclusion = false;
        }
        return end;
    }

    /** Takes a token, and begins a new clause where one begins with it; returns the last token taken. */
    private int word(int at) {
        Token token = tokens.get(at);
        Row soFar = new Row(clause, lexicon);
        Optional<Integer> excludes = lexicon.cue(Cue.EXCLUDES, tokens, at)
                .or(() -> bounds.isAllBut(at, soFar) || bounds.isAside(at) ? Optional.of(1) : Optional.empty());
        boolean turns = lexicon.cue(Cue.REQUESTS, tokens, at).isEmpty()
                && token.isWord()
                && lexicon.is(Sort.TURNS, token.lower())
                && excludes.isEmpty();
        if (excludes.isPresent() || turns || bounds.begins(at, soFar)) {
            boolean reports = token.isMark(":") && clause.stream().anyMatch(each -> is(Sort.SAYING, each));
            finish(pending);
            if (token.isMark(":")) {
                boolean ordered = !clauses.isEmpty() && clauses.getLast().mood() == Mood.ORDER;
                headline();
                reported |= reports && !ordered;
                thought |= clauses.size() > first
                        && new Afterthoughts(tokens.subList(0, at), lexicon)
                                .frames(clauses.subList(first, clauses.size()));
            }
            exclusion = excludes.isPresent() && !clauses.isEmpty();
            if (excludes.isPresent()) {
                return at + excludes.get() - 1;
            }
            if (turns || is(Sort.JOINS, token)) {
                follows = is(Sort.HENCE, token);
                return at;
            }
        }
        clause.add(token);
        return at;
    }

    /** What stands before a colon with an order behind it says what that is for: {@code cleanup of staging: stop web-1}. */
    private void headline() {
        if (!clauses.isEmpty() && clauses.getLast().mood() == Mood.ORDER) {
            Clause last = clauses.removeLast();
            clauses.add(last.with(Mood.STATEMENT, last.message()));
        }
    }

    /** What is wanted, where what is to be done for it follows: {@code they must be able to open it, so make a link}. */
    private void purpose() {
        if (!clauses.isEmpty()
                && clauses.getLast().mood() == Mood.ORDER
                && Wording.ABLE.in(clauses.getLast().quote())) {
            headline();
        }
    }

    /** {@code back it up so it can be deleted}: what is ordered only makes it possible. */
    private boolean isEnabled(Clause read) {
        return clauses.size() > first && clauses.getLast().mood() == Mood.ORDER && Wording.ENABLED.in(read.quote());
    }

    /** How many tokens belong to one phrase that begins at a token: nothing ends between {@code do} and {@code without}. */
    private int phrase(int at) {
        int verb = lexicon.verb(tokens, at).map(Verbs.At::length).orElse(0);
        int request = lexicon.cue(Cue.REQUESTS, tokens, at).orElse(0);
        return Math.max(
                Math.max(verb, request), lexicon.cue(Cue.PROHIBITS, tokens, at).orElse(0));
    }

    private void finish(boolean condition) {
        boolean concluded = follows;
        follows = false;
        if (!isBlank(clause)) {
            String quote = message.substring(
                            clause.get(0).start(), clause.getLast().end())
                    .strip();
            String shown = quote.length() <= LONGEST_QUOTE ? quote : quote.substring(0, LONGEST_QUOTE - 1) + "…";
            ClauseReader.Frame frame = new ClauseReader.Frame(
                    question, condition, condition && checks, exclusion, condition ? when : "", shown);
            Clause read = ClauseReader.read(clause, frame, lexicon);
            if (concluded && read.mood() == Mood.ORDER) {
                read = isEnabled(read) ? read.with(Mood.STATEMENT, read.message()) : read;
                purpose();
            }
            Clause heard = thought ? Afterthoughts.asked(read) : read;
            clauses.add(reported ? heard.with(Mood.STATEMENT, heard.message()) : heard);
        }
        clause = new ArrayList<>();
    }

    private static boolean isBlank(List<Token> tokens) {
        return tokens.stream().noneMatch(token -> token.kind() != Token.Kind.MARK);
    }

    private boolean is(Sort sort, Token token) {
        return lexicon.is(sort, token.lower());
    }
}
