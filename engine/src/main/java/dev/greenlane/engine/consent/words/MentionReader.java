package dev.greenlane.engine.consent.words;

import dev.greenlane.engine.consent.words.Lexicon.Place;
import dev.greenlane.engine.listing.Thing;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what a clause speaks of. */
final class MentionReader {

    private static final List<String> NUMBERS =
            List.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private final Lexicon lexicon;
    private final List<Mention> mentions = new ArrayList<>();

    private final List<String> names = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final List<String> classes = new ArrayList<>();
    private final Set<String> said = new LinkedHashSet<>();
    private final Set<String> within = new LinkedHashSet<>();
    private final Set<String> owners = new LinkedHashSet<>();
    private final Set<Place> places = new LinkedHashSet<>();
    private boolean behind;
    /** Whether only something is told. */
    private boolean statement;
    /** How many mentions stand before what is told of them; less than 0 where nothing is. */
    private int told = -1;

    /** Whether a word for what it is was the last to be read, with {@code before} words and names before it. */
    private boolean called;

    private int before;
    private final Set<String> titles = new LinkedHashSet<>();
    private final List<Comparison> compared = new ArrayList<>();
    private boolean narrowed;
    private boolean mine;
    private boolean all;
    private boolean pointing;
    private boolean demonstrative;
    private boolean pronoun;
    private boolean plural;
    private int count;

    private MentionReader(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** @param skip which tokens are verbs and other words of order */
    static List<Mention> read(List<Token> tokens, Set<Integer> skip, Lexicon lexicon) {
        MentionReader reader = new MentionReader(lexicon);
        reader.all(tokens, skip);
        return reader.mentions;
    }

    /** What a clause speaks of, without what it tells of that: of {@code the old jobs are all stuck} only the jobs. */
    static List<Mention> subjects(List<Token> tokens, Set<Integer> skip, Lexicon lexicon) {
        MentionReader reader = new MentionReader(lexicon);
        reader.statement = true;
        reader.all(tokens, skip);
        return reader.told < 0 ? reader.mentions : reader.mentions.subList(0, reader.told);
    }

    private void all(List<Token> tokens, Set<Integer> skip) {
        for (int at = 0; at < tokens.size(); at++) {
            if (!skip.contains(at)) {
                lexicon.comparison(tokens, at).ifPresent(compared::add);
                at += token(tokens, at);
            }
        }
        finish();
    }

    /** Takes a token; returns how many more belong to it. */
    private int token(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        if (token.kind() == Token.Kind.MARK) {
            if (!token.lower().equals("-") && !token.lower().equals(":")) {
                finish();
            }
            return 0;
        }
        var place = lexicon.place(tokens, at);
        if (place.isPresent() && isThing(tokens, at, place.get().meaning())) {
            words.add(token.lower());
        } else if (place.isPresent()) {
            places.add(place.get().meaning());
        }
        if (place.isPresent()) {
            said.add(token.lower());
            return place.get().length() - 1;
        }
        String word = token.lower();
        called &= token.isWord() && !lexicon.is(Sort.INSIDE, word) && (!lexicon.isNoise(word) || lexicon.isClass(word));
        if (at == 2 && lexicon.is(Sort.OBJECTS, word) && isNameAhead(tokens)) {
            finish();
        }
        behind |= lexicon.is(Sort.INSIDE, word)
                && (at == 0 && (isPlaceAhead(tokens) || isNameAhead(tokens))
                        || !(names.isEmpty() && words.isEmpty() && classes.isEmpty()));
        if (behind) {
            within.add(word);
        }
        int number = number(word);
        if (number > 0 && counts(tokens, at)) {
            count = number;
            return 0;
        }
        if (token.kind() == Token.Kind.NAME) {
            said.add(word);
            if (number > 0
                    && at + 1 < tokens.size()
                    && lexicon.is(Sort.UNITS, tokens.get(at + 1).lower())) {
                words.add(word);
                return 1;
            }
            if (isRange(tokens, at)) {
                names.add(token.text() + ".." + tokens.get(at + 2).text());
                return 2;
            }
            names.add(token.text().replaceFirst("(?<=\\w)['’]s$", ""));
            return 0;
        }
        if (tellsOf(tokens, at)) {
            finish();
            told = told < 0 && mentions.stream().anyMatch(Mention::tells) ? mentions.size() : told;
            return 0;
        }
        if (word.equals("me") && at > 1 && tokens.get(at - 2).lower().matches("belong(?:s|ing)?|owned")) {
            mine = true;
            return 0;
        }
        if (lexicon.is(Sort.RELATIVES, word) && (!words.isEmpty() || !classes.isEmpty())) {
            narrowed |= isDenied(tokens, at + 1);
            mine |= at + 2 < tokens.size() && tokens.get(at + 1).lower().equals("i") && isPast(tokens.get(at + 2));
            return 0;
        }
        if (lexicon.is(Sort.PREDICATES, word)) {
            finish();
            boolean there = at > 0 && lexicon.is(Sort.THERE, tokens.get(at - 1).lower());
            told = told < 0 && !there && mentions.stream().anyMatch(Mention::tells) ? mentions.size() : told;
            return 0;
        }
        if (lexicon.is(Sort.AND, word)) {
            finish();
        } else if (lexicon.is(Sort.MINE, word)) {
            mine = true;
        } else if (lexicon.is(Sort.ALL, word)) {
            all = true;
            count = word.equals("both") ? 2 : count;
        } else if (lexicon.is(Sort.POINTING, word)) {
            pointing = true;
            demonstrative |= pointsTo(tokens, at);
            pronoun |= lexicon.is(Sort.PRONOUNS, word) && standsAlone(tokens, at);
            plural |= lexicon.is(Sort.PLURALS, word);
        } else if (!isVerbal(tokens, at)) {
            content(word);
        }
        return 0;
    }

    /** {@code on db-2, drop the index}: a name by itself before the comma. */
    private static boolean isPlaceAhead(List<Token> tokens) {
        for (int at = 1; at < Math.min(tokens.size(), 5); at++) {
            if (tokens.get(at).isMark(",")) {
                return true;
            }
            if (tokens.get(at).kind() == Token.Kind.MARK
                    || tokens.get(at).text().matches("[/~].*")) {
                return false;
            }
        }
        return false;
    }

    /** {@code in s3://a/b the folder c}. */
    private boolean isNameAhead(List<Token> tokens) {
        return tokens.size() > 3
                && lexicon.is(Sort.INSIDE, tokens.get(0).lower())
                && tokens.get(1).kind() == Token.Kind.NAME
                && lexicon.is(Sort.OBJECTS, tokens.get(2).lower());
    }

    /** A word for a side that stands where a thing is named: {@code checkout is leaking}, and not {@code in the checkout}. */
    private boolean isThing(List<Token> tokens, int at, Place place) {
        if (lexicon.is(Sort.PLACED_NOUNS, tokens.get(at).lower())) {
            return at == 0 || !lexicon.is(Sort.BEFORE_NOUNS, tokens.get(at - 1).lower());
        }
        return place.dimension().equals("side")
                && at == 0
                && at + 1 < tokens.size()
                && (lexicon.is(Sort.PREDICATES, tokens.get(at + 1).lower())
                        || lexicon.is(Sort.INSIDE, tokens.get(at + 1).lower()));
    }

    /** A verb behind the name of a thing, known or not: {@code 77120 burns}, {@code job 77120 died}. */
    private boolean tellsOf(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        if (!statement || at == 0 || !token.isWord() || token.lower().length() < 4) {
            return false;
        }
        Token before = tokens.get(at - 1);
        String word = token.lower();
        boolean named = before.kind() == Token.Kind.NAME;
        boolean third =
                named && word.endsWith("s") && !word.endsWith("ss") && !lexicon.isClass(word) && !lexicon.isNoise(word);
        boolean past = word.endsWith("ed") && lexicon.state(word).isEmpty() || lexicon.isPast(word);
        return third || named && past && !lexicon.isNoise(word);
    }

    /** A form of a verb that tells what somebody did: {@code I have looked}. */
    private boolean isVerbal(List<Token> tokens, int at) {
        String word = tokens.get(at).lower();
        return at > 0
                && word.length() > 4
                && (word.endsWith("ed") || word.endsWith("ing") || lexicon.isPast(word))
                && lexicon.is(Sort.DOERS, tokens.get(at - 1).lower());
    }

    /** Whether a clause of its own follows that says what the meant ones are not: {@code pods that aren't ready}. */
    private boolean isDenied(List<Token> tokens, int from) {
        return tokens.subList(from, Math.min(tokens.size(), from + 4)).stream()
                .anyMatch(token -> token.lower().endsWith("n't") || lexicon.is(Sort.DENIALS, token.lower()));
    }

    private static int number(String word) {
        if (word.length() <= 3 && !word.isEmpty() && word.chars().allMatch(Character::isDigit)) {
            return Integer.parseInt(word);
        }
        int spelled = NUMBERS.indexOf(word);
        return spelled < 0 ? 0 : spelled + 2;
    }

    /** Whether a number says how many: {@code three pods}, {@code all three}, {@code these two}. */
    private boolean counts(List<Token> tokens, int at) {
        boolean digits = tokens.get(at).kind() == Token.Kind.NAME;
        if (at + 1 == tokens.size() || tokens.get(at + 1).kind() == Token.Kind.MARK) {
            return !digits
                    && at > 0
                    && (all
                            || demonstrative
                            || pointing
                            || lexicon.is(Sort.PLURALS, tokens.get(at - 1).lower()));
        }
        String next = tokens.get(at + 1).lower();
        if (tokens.get(at + 1).kind() == Token.Kind.NAME
                || lexicon.is(Sort.UNITS, next)
                || lexicon.is(Sort.EXTENTS, next)) {
            return false;
        }
        if (!digits) {
            return !lexicon.is(Sort.AND, next) || all;
        }
        for (int next2 = at + 1; next2 < Math.min(tokens.size(), at + 4); next2++) {
            Token each = tokens.get(next2);
            if (each.kind() != Token.Kind.WORD || lexicon.is(Sort.AND, each.lower())) {
                return false;
            }
            if (lexicon.isClass(each.lower())) {
                return !Forms.singular(each.lower()).equals(each.lower());
            }
        }
        return false;
    }

    /** Whether a pointing word stands for a thing, and not before its name. */
    private boolean standsAlone(List<Token> tokens, int at) {
        if (at + 1 == tokens.size()
                || lexicon.is(Sort.STANDING_ALONE, tokens.get(at).lower())) {
            return true;
        }
        Token next = tokens.get(at + 1);
        return next.kind() == Token.Kind.MARK || next.isWord() && lexicon.isNoise(next.lower());
    }

    /** {@code 10 to 19}, {@code lr2 through lr4}: names made alike with a word of extent between them. */
    private boolean isRange(List<Token> tokens, int at) {
        return at + 2 < tokens.size()
                && lexicon.is(Sort.EXTENTS, tokens.get(at + 1).lower())
                && tokens.get(at + 2).kind() == Token.Kind.NAME
                && Thing.shape(tokens.get(at).text())
                        .equals(Thing.shape(tokens.get(at + 2).text()))
                && tokens.get(at).text().matches(".*\\d.*")
                && lastNumber(tokens.get(at).text())
                        <= lastNumber(tokens.get(at + 2).text())
                && (at + 3 >= tokens.size()
                        || !lexicon.is(Sort.UNITS, tokens.get(at + 3).lower()));
    }

    private boolean isPast(Token token) {
        return token.lower().endsWith("ed") || lexicon.isPast(token.lower());
    }

    private static double lastNumber(String name) {
        String digits = name.replaceFirst("\\D+$", "");
        return Double.parseDouble("0"
                + digits.substring(
                        digits.length() - digits.replaceFirst(".*\\D", "").length()));
    }

    /** Whether a word points to something, and does not only join a clause: {@code them}, {@code that job}. */
    private boolean pointsTo(List<Token> tokens, int at) {
        String word = tokens.get(at).lower();
        if (lexicon.is(Sort.DEMONSTRATIVES, word)) {
            return true;
        }
        boolean demonstrates = lexicon.is(Sort.DEMONSTRATING, word);
        return demonstrates
                && (at + 1 == tokens.size()
                        || tokens.get(at + 1).kind() == Token.Kind.MARK
                        || tokens.subList(at + 1, Math.min(tokens.size(), at + 4)).stream()
                                .anyMatch(token -> lexicon.isClass(token.lower())));
    }

    private void content(String word) {
        String plain = word.endsWith("'s") && !lexicon.isNoise(word) ? word.substring(0, word.length() - 2) : word;
        if (lexicon.isClass(plain)) {
            said.add(plain);
            plural |= !Forms.singular(plain).equals(plain);
            classes.add(Forms.singular(plain));
            called = Forms.singular(plain).equals(plain);
            before = words.size() + names.size();
        } else if (lexicon.isMeasure(plain)) {
            boolean name = called
                    && words.size() + names.size() == before
                    && lexicon.comparisons().extreme(plain).isEmpty()
                    && !lexicon.is(Sort.COMPARING, plain);
            if (name) {
                said.add(plain);
                titles.add(plain);
            }
            words.add(plain);
        } else if (!lexicon.isNoise(plain) && !Phrases.isUnspaced(plain)) {
            if (called && words.size() + names.size() == before && plain.equals(word)) {
                titles.add(plain);
            }
            said.add(plain);
            words.add(Forms.singular(plain));
            if (!plain.equals(word)) {
                owners.add(Forms.singular(plain));
            }
        }
    }

    private void finish() {
        boolean nothing = compared.isEmpty()
                && names.isEmpty()
                && words.isEmpty()
                && classes.isEmpty()
                && !all
                && !pointing
                && !mine
                && count == 0;
        if (nothing && !places.isEmpty() && !mentions.isEmpty()) {
            // "in staging and prod": another place of what was mentioned.
            Mention last = mentions.remove(mentions.size() - 1);
            Set<Place> both = new LinkedHashSet<>(last.places());
            both.addAll(places);
            mentions.add(last.in(both));
        } else if (!nothing || !places.isEmpty()) {
            // "the cache container" is a container; cache tells which one.
            while (classes.size() > 1) {
                words.add(classes.remove(0));
            }
            boolean alone = classes.isEmpty() && (all || count > 0);
            boolean bare = words.isEmpty() && (alone || !all && (pointing || !classes.isEmpty()));
            boolean unnamed = names.stream().allMatch(name -> within.contains(name.toLowerCase(Locale.ROOT)));
            boolean points = pronoun || names.isEmpty() && bare || unnamed && demonstrative;
            boolean several = plural || all || count > 1;
            mentions.add(new Mention(
                    names, words, classes, said, within, owners, places, mine, all, several, count, points, narrowed,
                    titles, compared));
        }
        names.clear();
        words.clear();
        classes.clear();
        said.clear();
        within.clear();
        owners.clear();
        behind = false;
        compared.clear();
        narrowed = false;
        called = false;
        titles.clear();
        places.clear();
        mine = false;
        all = false;
        pointing = false;
        demonstrative = false;
        pronoun = false;
        plural = false;
        count = 0;
    }
}
