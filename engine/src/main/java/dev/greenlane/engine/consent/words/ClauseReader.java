package dev.greenlane.engine.consent.words;

import dev.greenlane.engine.consent.words.Clause.Mood;
import dev.greenlane.engine.consent.words.Forms.Form;
import dev.greenlane.engine.consent.words.Lexicon.Place;
import dev.greenlane.engine.consent.words.Verbs.Verb;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one clause: its mood, its verbs and what it is about. */
final class ClauseReader {

    /** Words that say that somebody does it without help. */
    /** What things do that are there. */
    private static final Set<String> BEING = Set.of("start", "run", "create", "schedule", "read");

    private static final int REACH = 4;
    /** Of a word that begins the clause: {@code nothing below the old folder may be deleted}. */
    private static final int FAR_REACH = 10;

    private final List<Token> tokens;
    private final Lexicon lexicon;
    private final Set<Integer> used = new HashSet<>();
    private final Set<String> operations = new LinkedHashSet<>();
    private boolean prohibits;
    private boolean weakly;
    private int prohibitedFrom;
    private boolean keeps;
    private boolean limits;
    private boolean justs;
    private boolean looks;
    private int looksFrom;
    private boolean authors;
    private boolean later;
    private boolean asks;

    private ClauseReader(List<Token> tokens, Lexicon lexicon) {
        this.tokens = tokens;
        this.lexicon = lexicon;
    }

    /** What is known of a clause from where it stands. */
    record Frame(boolean question, boolean condition, boolean checks, boolean exclusion, String quote) {}

    static Clause read(List<Token> tokens, Frame frame, Lexicon lexicon) {
        return new ClauseReader(tokens, lexicon).clause(frame);
    }

    private Clause clause(Frame frame) {
        boolean wonders = frame.question && !has(Cue.REQUESTS);
        for (int at = 0; at < tokens.size(); at++) {
            at += word(at);
        }
        wonders |= (!has(Cue.REQUESTS) || frame.question && asksForWords()) && wonders();
        List<Mention> mentions = MentionReader.read(tokens, used, lexicon);
        if (keeps && mentions.stream().anyMatch(mention -> mention.all() && !mention.tells())) {
            operations.addAll(Set.of("delete", "stop", "restart"));
        }
        Mood mood = mood(frame, wonders, mentions);
        List<Mention> about = mood == Mood.STATEMENT ? MentionReader.subjects(tokens, used, lexicon) : mentions;
        return new Clause(mood, operations, about, List.of(), trailing(about), limits, 0, frame.quote);
    }

    /** The place at the end of a list, which is that of all: {@code 12, 13 and 14 in staging}. */
    private static Set<Place> trailing(List<Mention> mentions) {
        boolean last = mentions.size() > 1
                && mentions.subList(0, mentions.size() - 1).stream()
                        .allMatch(mention -> mention.places().isEmpty());
        return last ? mentions.getLast().places() : Set.of();
    }

    /** "Nothing with sudo" forbids the means; other nothings without a verb only tell. */
    private boolean isMeans() {
        return prohibitedFrom + 1 < tokens.size()
                && lexicon.is(Sort.BY_MEANS, tokens.get(prohibitedFrom + 1).lower());
    }

    private Mood mood(Frame frame, boolean wonders, List<Mention> mentions) {
        if (frame.exclusion) {
            return Mood.PROHIBITION;
        }
        if (asks) {
            return Mood.ASK_FIRST;
        }
        boolean places = mentions.stream().anyMatch(mention -> !mention.places().isEmpty());
        if ((operations.isEmpty() || operations.contains("read"))
                && !prohibits
                && (places || !keeps)
                && has(Cue.SCOPES)) {
            return Mood.SCOPE;
        }
        boolean empty = operations.isEmpty() && !keeps && weakly;
        boolean nothing = empty
                && !lexicon.is(Sort.PLAIN_DENIALS, tokens.get(prohibitedFrom).lower());
        if (!isMeans()
                && (nothing
                        || empty
                                && mentions.stream()
                                        .noneMatch(each -> !each.names().isEmpty()
                                                || !each.places().isEmpty()))) {
            return Mood.STATEMENT;
        }
        if (prohibits || keeps) {
            return Mood.PROHIBITION;
        }
        if (looks && justs && operations.stream().allMatch(each -> each.equals("read"))) {
            return Mood.ONLY_LOOK;
        }
        if (operations.isEmpty() || isOfOthers()) {
            return Mood.STATEMENT;
        }
        if (wonders) {
            return Mood.QUESTION;
        }
        if (later && !now() && !isOfCalendars(mentions)) {
            return Mood.CONDITION;
        }
        return frame.condition ? frame.checks ? Mood.CHECK : Mood.CONDITION : Mood.ORDER;
    }

    /** Whether a clause tells a purpose, or what somebody does without help: {@code so that I can delete it}. */
    private boolean isOfOthers() {
        boolean purpose = tokens.size() > 1
                && tokens.get(0).lower().equals("that")
                && lexicon.is(Sort.PURPOSED, tokens.get(1).lower());
        return purpose || tokens.stream().anyMatch(token -> lexicon.is(Sort.ALONE, token.lower()));
    }

    private boolean now() {
        return tokens.stream().anyMatch(token -> lexicon.is(Sort.NOW, token.lower()));
    }

    /** Whether words for a time only tell which thing is meant: {@code the plan for next week}. */
    private boolean isOfTime(int at) {
        boolean told = tokens.subList(0, at).stream().anyMatch(token -> lexicon.is(Sort.TELLING, token.lower()));
        if (told
                && !lexicon.is(Sort.NOW, tokens.get(at).lower())
                && lexicon.is(Sort.AT_TIMES, tokens.get(at).lower())) {
            return true;
        }
        return at > 0 && lexicon.is(Sort.OF_TIMES, tokens.get(at - 1).lower());
    }

    /** {@code cancel the meeting tomorrow}: what lies in a calendar is called by its time. */
    private boolean isOfCalendars(List<Mention> mentions) {
        return tokens.stream().anyMatch(token -> lexicon.is(Sort.SCHEDULED, token.lower()))
                || mentions.stream()
                        .anyMatch(mention ->
                                mention.classes().stream().anyMatch(word -> lexicon.is(Sort.SCHEDULED, word)));
    }

    /** Takes what begins at a token; returns how many more tokens belong to it. */
    private int word(int at) {
        for (Cue cue : List.of(Cue.ASKS, Cue.IDLE, Cue.LETS)) {
            Optional<Integer> length = lexicon.cue(cue, tokens, at);
            if (length.isPresent()) {
                asks |= cue == Cue.ASKS;
                return take(at, length.get());
            }
        }
        int phrase = lexicon.verb(tokens, at).map(Verbs.At::words).orElse(0);
        Optional<Integer> prohibition = lexicon.cue(Cue.PROHIBITS, tokens, at)
                .or(() -> isContraction(at) ? Optional.of(1) : Optional.empty())
                .filter(length -> length >= phrase);
        if (prohibition.isPresent() && operations.isEmpty() && deniesNeed(at + prohibition.get())) {
            return take(at, prohibition.get() + 1);
        }
        if (prohibition.isPresent() && (operations.isEmpty() || deniesObject(at))) {
            prohibits = true;
            boolean known = lexicon.cue(Cue.PROHIBITS, tokens, at).isPresent();
            weakly = (lexicon.is(Sort.WEAK, tokens.get(at).lower()) || !known) && prohibition.get() == 1;
            prohibitedFrom = at;
            return take(at, prohibition.get());
        }
        Optional<Integer> limit = lexicon.cue(Cue.LIMITS, tokens, at);
        if (limit.isPresent()) {
            limits |= !lexicon.is(Sort.FILLERS, tokens.get(at).lower());
            justs = true;
            return take(at, limit.get());
        }
        Optional<Integer> later = lexicon.cue(Cue.LATER, tokens, at);
        if (later.isPresent() && !isOfTime(at)) {
            this.later = true;
            return take(at, later.get());
        }
        Optional<Integer> author = lexicon.cue(Cue.AUTHORS, tokens, at);
        if (author.isPresent() && operations.isEmpty() && isOrderPosition(at)) {
            authors = true;
        }
        Optional<Integer> keep = lexicon.cue(Cue.KEEPS, tokens, at).filter(length -> length >= phrase);
        if (keep.isPresent() && operations.isEmpty() && !isPlaceToStay(at) && (isOrderPosition(at) || at < 3)) {
            keeps = tokens.stream().noneMatch(token -> lexicon.is(Sort.CONTAINED, token.lower()));
            return take(at, keep.get());
        }
        Optional<Integer> look = lexicon.cue(Cue.LOOKS, tokens, at);
        if (look.isPresent() && isOrderPosition(at)) {
            looks |= lexicon.verb(tokens, at).filter(verb -> verb.length() > 1).isEmpty();
            looksFrom = looks ? at : looksFrom;
        }
        return verb(at);
    }

    /** {@code a place to stay}. */
    private boolean isPlaceToStay(int at) {
        return at > 1
                && tokens.get(at - 1).lower().equals("to")
                && tokens.get(at).lower().equals("stay")
                && lexicon.cue(Cue.REQUESTS, tokens, at - 2).isEmpty();
    }

    /** {@code won't}, {@code isn't to be}: not where somebody is asked or something is told. */
    private boolean isContraction(int at) {
        String word = tokens.get(at).lower();
        if (!word.endsWith("n't") || at + 1 >= tokens.size()) {
            return false;
        }
        boolean being = lexicon.is(Sort.BEING_NOT, word);
        boolean told = lexicon.is(Sort.TOLD_NOT, word);
        return !told && (!being || tokens.get(at + 1).lower().equals("to"));
    }

    /** Whether a need is denied, and no deed: {@code we don't need the old folder}; but {@code you need not delete it}. */
    private boolean deniesNeed(int next) {
        if (tokens.get(next - 1).lower().equals("no")) {
            return tokens.subList(next, tokens.size()).stream()
                    .takeWhile(token -> token.kind() != Token.Kind.MARK)
                    .anyMatch(token -> lexicon.is(Sort.NEEDED, token.lower()));
        }
        if (next >= tokens.size() || !lexicon.is(Sort.NEEDS, tokens.get(next).lower())) {
            return false;
        }
        for (int at = next + 1; at < tokens.size() && !tokens.get(at).isMark(","); at++) {
            boolean deed = lexicon.verb(tokens, at)
                    .filter(verb ->
                            verb.meaning().form() == Form.PAST || verb.meaning().form() == Form.BASE)
                    .filter(verb -> !BEING.containsAll(verb.meaning().operations()))
                    .isPresent();
            if (at == next + 1 && tokens.get(at).lower().equals("to") || deed) {
                return false;
            }
        }
        return true;
    }

    /** {@code remove nothing}: what is denied stands behind its verb. */
    private boolean deniesObject(int at) {
        return at > 0
                && used.contains(at - 1)
                && lexicon.is(Sort.NOTHING, tokens.get(at).lower());
    }

    private int verb(int at) {
        Optional<Verbs.At> found = lexicon.verb(tokens, at);
        if (found.isPresent() && counts(found.get().meaning(), at)) {
            // {@code print} is itself a look, {@code show what it would remove} is only one.
            operations(found.get().meaning().operations(), at);
            int tail = found.get().tail();
            for (int each = tail; each < tail + found.get().tailLength(); each++) {
                if (lexicon.place(tokens, each).isEmpty()) {
                    take(each, 1);
                }
            }
            return take(at, found.get().length());
        }
        String word = tokens.get(at).lower();
        if (tokens.get(at).isWord() && isPerformed(at)) {
            operations(lexicon.act(word), at);
            return take(at, 1);
        }
        if (found.isEmpty() && tokens.get(at).isWord() && isOrderPosition(at) && hasObject(at + 1) && !isCue(at)) {
            Set<String> meant = lexicon.misspelled(word);
            if (!meant.isEmpty()) {
                operations(meant, at);
                return take(at, 1);
            }
        }
        return 0;
    }

    private boolean isCue(int at) {
        return List.of(Cue.LOOKS, Cue.KEEPS, Cue.AUTHORS, Cue.WONDERS, Cue.REQUESTS).stream()
                .anyMatch(cue -> lexicon.cue(cue, tokens, at).isPresent());
    }

    private boolean hasObject(int at) {
        return at < tokens.size()
                && !isMark(at)
                && !lexicon.is(Sort.INSIDE, tokens.get(at).lower())
                && !lexicon.is(Sort.BEING_NOW, tokens.get(at).lower());
    }

    private void operations(Set<String> found, int at) {
        if (looks && !prohibits && at != looksFrom) {
            operations.add("read");
        } else if (!authors) {
            operations.addAll(found);
        }
    }

    /** Whether a noun for a deed stands where the deed is asked for: {@code go ahead with the removal}, {@code restart of web-1}. */
    private boolean isPerformed(int at) {
        if (lexicon.act(tokens.get(at).lower()).isEmpty()) {
            return false;
        }
        boolean heads = at + 1 < tokens.size()
                && (lexicon.is(Sort.HEADING, tokens.get(at + 1).lower())
                        || tokens.get(at + 1).isMark(":"));
        boolean first = tokens.subList(0, at).stream().noneMatch(token -> lexicon.is(Sort.BEFORE_NOUNS, token.lower()))
                && at < 3;
        return heads && first || has(Cue.PERFORMS);
    }

    private boolean counts(Verb verb, int at) {
        String before = at == 0 ? "" : tokens.get(at - 1).lower();
        if (prohibits
                && weakly
                && operations.isEmpty()
                && at - prohibitedFrom > (isContentFree(prohibitedFrom) ? FAR_REACH : REACH)) {
            prohibits = false;
        }
        boolean adjective = verb.form() == Form.PAST && !passive(at);
        if (prohibits && operations.isEmpty() && !lexicon.is(Sort.BEFORE_NOUNS, before) && !adjective) {
            return true;
        }
        if (lexicon.is(Sort.BEFORE_NOUNS, before)) {
            return false;
        }
        return switch (verb.form()) {
            case BASE -> !isTold(at) && (!verb.ambiguous() || isOrderPosition(at) || isLast(at) || followsBe(at));
            case ING -> lexicon.is(Sort.BEFORE_RUNNING, before);
            case PAST -> passive(at);
            case THIRD -> false;
        };
    }

    private boolean isContentFree(int end) {
        return lexicon.is(Sort.NOTHING, tokens.get(end).lower())
                && tokens.subList(0, end).stream().allMatch(token -> lexicon.isNoise(token.lower()));
    }

    /** Whether a verb only tells what somebody does, did or wants: {@code she will write}, {@code Kim asked to join}. */
    private boolean isTold(int at) {
        if (at == 0) {
            return false;
        }
        String before = tokens.get(at - 1).lower();
        if (tokens.get(at).lower().endsWith("s")
                && (lexicon.is(Sort.OTHERS, before)
                        || at > 1
                                && lexicon.is(Sort.ADVERBS, before)
                                && lexicon.is(Sort.OTHERS, tokens.get(at - 2).lower()))) {
            return true;
        }
        String farther = at > 1 ? tokens.get(at - 2).lower() : "";
        if (before.endsWith("'ll") && !before.startsWith("you")) {
            return true;
        }
        if (before.equals("to")) {
            return lexicon.is(Sort.TOLD, farther);
        }
        if (tokens.get(at).lower().equals("to")) {
            return lexicon.is(Sort.TOLD, before);
        }
        if (before.equals("will")) {
            return at > 1 && !farther.equals("you") && !isMark(at - 2);
        }
        return lexicon.is(Sort.MAY, before) && lexicon.is(Sort.OTHERS, farther) || before.equals("might");
    }

    private boolean isMark(int at) {
        return tokens.get(at).kind() == Token.Kind.MARK;
    }

    /** German, Dutch and Japanese orders have their verb at the end. */
    private boolean isLast(int at) {
        return Phrases.isUnspaced(tokens.get(at).lower()) && at == tokens.size() - 1;
    }

    private boolean isOrderPosition(int at) {
        if (at == 0) {
            return true;
        }
        Token before = tokens.get(at - 1);
        return before.kind() == Token.Kind.MARK || lexicon.is(Sort.BEFORE_VERBS, before.lower());
    }

    private boolean passive(int at) {
        boolean state = false;
        for (int back = at - 1; back >= Math.max(0, at - 8); back--) {
            String word = tokens.get(back).lower();
            if (lexicon.is(Sort.PAST_STATES, word)) {
                state = true;
            }
            if (word.startsWith("hav") && isPerfect(back + 1, at)) {
                return false;
            }
            if (lexicon.is(Sort.WANTING, word)) {
                boolean plan =
                        back > 0 && lexicon.is(Sort.PLANS, tokens.get(back - 1).lower());
                return !state && !plan;
            }
        }
        return false;
    }

    /** {@code they have all served}: nothing stands between to which it is to be done. */
    private boolean isPerfect(int from, int at) {
        return tokens.subList(from, at).stream()
                .allMatch(token -> lexicon.isNoise(token.lower()) && !lexicon.is(Sort.PRONOUNS, token.lower())
                        || lexicon.is(Sort.STILL, token.lower()));
    }

    /** {@code it can be run}. */
    private boolean followsBe(int at) {
        return at > 0 && lexicon.is(Sort.BECOMING, tokens.get(at - 1).lower());
    }

    private int take(int at, int length) {
        for (int each = at; each < at + length; each++) {
            used.add(each);
        }
        return length - 1;
    }

    private boolean has(Cue cue) {
        for (int at = 0; at < tokens.size(); at++) {
            if (lexicon.cue(cue, tokens, at).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** {@code What would you delete?} asks, whatever follows. */
    private boolean asksForWords() {
        return lexicon.cue(Cue.INQUIRES, tokens, 0).isPresent();
    }

    /** Whether the clause asks, and does not only join a question word to an order: {@code make what is in it writable}. */
    private boolean wonders() {
        for (int at = 0; at < Math.min(4, tokens.size()); at++) {
            int length = lexicon.cue(Cue.WONDERS, tokens, at).orElse(0);
            if (length > 1 || length == 1 && at == 0) {
                return true;
            }
            if (lexicon.verb(tokens, at)
                    .filter(found -> counts(found.meaning(), 0))
                    .isPresent()) {
                return false;
            }
        }
        return false;
    }
}
