package dev.greenlane.engine.consent.words;

import dev.greenlane.engine.consent.words.Clause.Mood;
import dev.greenlane.engine.consent.words.Forms.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Cuts a sentence into clauses. For one use. */
final class SentenceReader {

    private static final int LONGEST_QUOTE = 160;

    private static final int LONGEST_PLACE = 6;

    private final String message;
    private final List<Token> tokens;
    private final boolean question;
    private final Lexicon lexicon;
    private final Conditions conditions;
    private final List<Clause> clauses;

    /** What somebody is to be able to do is no deed. */
    private static final Pattern ABLE =
            Pattern.compile("(?i)\\b(?:(?:must|should|has to|have to|needs? to|wants? to) be able to|can't|cannot)\\b");

    /** Whether what is read now follows from what was said before. */
    private boolean follows;

    private List<Token> clause = new ArrayList<>();
    /** Whether what is read now stands under a condition. */
    private boolean pending;
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
            if (idle > 0) {
                at += idle - 1;
            } else if (lexicon.cue(Cue.CONCEDES, tokens, at).isPresent()) {
                at = conditions.end(at) - 1;
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

    /** Takes the condition that begins at a token; returns where it ends. */
    private int condition(int at) {
        int end = conditions.end(at);
        if (conditions.leadsNext(at, end, clause)) {
            finish(pending);
            exclusion = false;
        }
        boolean lasts = lexicon.is(Sort.LASTING, tokens.get(at).lower());
        checks = lexicon.is(Sort.CHECKS, tokens.get(at).lower());
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
        Optional<Integer> excludes = lexicon.cue(Cue.EXCLUDES, tokens, at)
                .or(() -> isAllBut(at) || isAside(at) ? Optional.of(1) : Optional.empty());
        boolean turns = lexicon.cue(Cue.REQUESTS, tokens, at).isEmpty()
                && token.isWord()
                && lexicon.is(Sort.TURNS, token.lower())
                && excludes.isEmpty();
        if (excludes.isPresent() || turns || begins(at)) {
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

    /** {@code (not main)}. */
    private boolean isAside(int at) {
        return at > 0
                && is(Sort.PLAIN_DENIALS, tokens.get(at))
                && tokens.get(at - 1).isMark("(");
    }

    /** {@code everything but main}: no sentence of its own follows. */
    private boolean isAllBut(int at) {
        if (!is(Sort.AGAINST, tokens.get(at)) || clause.stream().noneMatch(token -> is(Sort.ALL, token))) {
            return false;
        }
        for (int next = at + 1; next < tokens.size() && tokens.get(next).kind() != Token.Kind.MARK; next++) {
            if (is(Sort.STATES, tokens.get(next))
                    || lexicon.verb(tokens, next).isPresent()
                    || lexicon.cue(Cue.KEEPS, tokens, next).isPresent()
                    || lexicon.cue(Cue.PROHIBITS, tokens, next).isPresent()) {
                return false;
            }
        }
        return at + 1 < tokens.size();
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
                && ABLE.matcher(clauses.getLast().quote()).find()) {
            headline();
        }
    }

    /** How many tokens belong to one phrase that begins at a token: nothing ends between {@code do} and {@code without}. */
    private int phrase(int at) {
        int verb = lexicon.verb(tokens, at).map(Verbs.At::length).orElse(0);
        return Math.max(verb, lexicon.cue(Cue.REQUESTS, tokens, at).orElse(0));
    }

    private void finish(boolean condition) {
        boolean concluded = follows;
        follows = false;
        if (!isBlank(clause)) {
            String quote = message.substring(
                            clause.get(0).start(), clause.getLast().end())
                    .strip();
            String shown = quote.length() <= LONGEST_QUOTE ? quote : quote.substring(0, LONGEST_QUOTE - 1) + "…";
            ClauseReader.Frame frame =
                    new ClauseReader.Frame(question, condition, condition && checks, exclusion, shown);
            Clause read = ClauseReader.read(clause, frame, lexicon);
            if (concluded && read.mood() == Mood.ORDER) {
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

    /** Whether a new clause begins at a token: a word that joins, with an order or a prohibition behind it. */
    private boolean begins(int at) {
        if (clause.isEmpty()) {
            return false;
        }
        Token token = tokens.get(at);
        if (token.isMark(",") && (isPlaceAhead() || endsWithState(at + 1))) {
            return false;
        }
        if ((token.isMark(",") || token.isMark("-") || token.isMark("–"))
                && (tellsSomethingNew(at + 1) || keepsSomething(at + 1))) {
            return true;
        }
        if (token.isMark(",")
                && is(Sort.MEANS, clause.get(0))
                && at + 1 < tokens.size()
                && is(Sort.OPENINGS, tokens.get(at + 1))) {
            return true;
        }
        boolean prohibits = lexicon.cue(Cue.PROHIBITS, tokens, at).isPresent();
        if (prohibits && is(Sort.RELATIVES, clause.getLast()) && clause.size() > 1) {
            return false;
        }
        if (prohibits && !is(Sort.LOOSE_DENIALS, token)) {
            return clause.size() > 1 || is(Sort.JOINS, clause.getLast());
        }
        if (prohibits && token.lower().equals("without")) {
            return true;
        }
        if (token.isMark(":") && clause.stream().anyMatch(each -> is(Sort.NOTHING, each))) {
            return true;
        }
        return (is(Sort.JOINS, token) || token.isMark(":")) && ordersNext(at);
    }

    /** {@code on db-2, drop the index}: only a place was said so far, and what is to be done there follows. */
    private boolean isPlaceAhead() {
        return is(Sort.INSIDE, clause.get(0))
                && clause.size() <= LONGEST_PLACE
                && clause.stream().noneMatch(token -> token.kind() == Token.Kind.MARK || is(Sort.STATES, token));
    }

    /** Whether an order, a wish or a prohibition stands behind a word that joins. */
    private boolean ordersNext(int at) {
        int next = at + 1;
        while (next < tokens.size() && (is(Sort.JOINS, tokens.get(next)) || is(Sort.BETWEEN, tokens.get(next)))) {
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
        boolean apart = tokens.get(at).isMark(":") || tokens.get(at).isMark(",") && tells(clause);
        return lexicon.verb(tokens, next)
                .filter(found -> found.meaning().form() == Form.BASE)
                .filter(found -> !found.meaning().ambiguous()
                        || tokens.get(verb - 1).lower().equals("then")
                        || followedByObject(verb + found.length(), apart))
                .isPresent();
    }

    /** Whether a clause tells or denies something, so that what follows a comma is no list. */
    private boolean tells(List<Token> clause) {
        for (int at = 0; at < clause.size(); at++) {
            if (is(Sort.STATES, clause.get(at))
                    || is(Sort.PREDICATES, clause.get(at))
                    || lexicon.cue(Cue.PROHIBITS, clause, at).isPresent()
                    || lexicon.cue(Cue.LETS, clause, at).isPresent()
                    || lexicon.verb(clause, at)
                            .filter(verb -> verb.meaning().form() == Form.THIRD
                                    || verb.meaning().form() == Form.BASE)
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a sentence of its own follows: {@code , the upgrade has held}. */
    private boolean tellsSomethingNew(int from) {
        if (from >= tokens.size()) {
            return false;
        }
        if (doesSomething(from)) {
            return true;
        }
        if (!is(Sort.SUBJECTS, tokens.get(from))) {
            return from + 1 < tokens.size()
                    && tokens.get(from).kind() != Token.Kind.MARK
                    && lexicon.verb(tokens, from).isEmpty()
                    && (is(Sort.STATES, tokens.get(from + 1))
                            || is(Sort.MODALS, tokens.get(from + 1)) && tells(clause)
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
            if (is(Sort.STATES, token) || past || is(Sort.MODALS, token) && tells(clause)) {
                return true;
            }
        }
        return false;
    }

    /** {@code , die älter als ein Jahr sind}: what is told stands before its verb, so that it says which ones are meant. */
    private boolean endsWithState(int from) {
        if (from >= tokens.size() || !is(Sort.VERB_LAST, tokens.get(from))) {
            return false;
        }
        int end = from;
        while (end < tokens.size() && tokens.get(end).kind() != Token.Kind.MARK) {
            end++;
        }
        return end - from > 2 && is(Sort.STATES, tokens.get(end - 1));
    }

    /** Several that were spoken of, and what they do: {@code , both come out of the build}. */
    private boolean doesSomething(int from) {
        return is(Sort.PLURALS, tokens.get(from))
                && from + 2 < tokens.size()
                && tokens.get(from + 1).isWord()
                && !is(Sort.AND, tokens.get(from + 1))
                && !is(Sort.INSIDE, tokens.get(from + 1))
                && !is(Sort.RELATIVES, tokens.get(from + 1))
                && !lexicon.isClass(tokens.get(from + 1).lower())
                && !lexicon.isMeasure(tokens.get(from + 1).lower())
                && !lexicon.isNoise(tokens.get(from + 1).lower())
                && lexicon.state(tokens.get(from + 1).lower()).isEmpty();
    }

    /** Whether something to be kept follows: {@code , main stays}. */
    private boolean keepsSomething(int from) {
        for (int at = from;
                at < Math.min(tokens.size(), from + 8) && tokens.get(at).kind() != Token.Kind.MARK;
                at++) {
            if (lexicon.cue(Cue.KEEPS, tokens, at).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** @param apart whether any word may begin an object, because no list can go on here */
    private boolean followedByObject(int at, boolean apart) {
        return at < tokens.size()
                && (tokens.get(at).kind() == Token.Kind.NAME
                        || is(Sort.OBJECTS, tokens.get(at))
                        || apart && tokens.get(at).isWord() && !is(Sort.BEING_NOW, tokens.get(at)));
    }

    private boolean is(Sort sort, Token token) {
        return lexicon.is(sort, token.lower());
    }
}
