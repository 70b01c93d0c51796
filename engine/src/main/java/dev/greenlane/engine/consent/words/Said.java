package dev.greenlane.engine.consent.words;

import dev.greenlane.engine.bounded.Recent;
import dev.greenlane.engine.consent.words.Clause.Mood;
import dev.greenlane.engine.consent.words.Lexicon.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a person has said in a session: clauses, oldest first, in which words that point to something are replaced with what they
 * point to. Immutable and thread-safe.
 */
public final class Said {

    private static final int LONGEST_MESSAGE = 20_000;
    private static final int MOST_MESSAGES = 40;
    private static final int KEPT = 512;

    /** Messages are asked about with every call of a session, one by one and together. */
    private static final Recent<String, Message> READ = new Recent<>(KEPT);

    private static final Recent<List<String>, Said> SAID = new Recent<>(KEPT);

    private final List<Clause> clauses;

    private Said(List<Clause> clauses) {
        this.clauses = List.copyOf(clauses);
    }

    /** Reads messages, oldest first; of many the last 40, of a long one the beginning and the end. */
    public static Said of(List<String> messages) {
        return SAID.get(List.copyOf(messages), Said::put);
    }

    private static Said put(List<String> messages) {
        List<Clause> all = new ArrayList<>();
        int from = Math.max(0, messages.size() - MOST_MESSAGES);
        for (int number = from; number < messages.size(); number++) {
            Message read = READ.get(cut(messages.get(number)), Message::of);
            List<Clause> fresh = new ArrayList<>();
            for (Clause clause : read.clauses()) {
                fresh.add(clause.with(clause.mood(), number));
            }
            withdrawals(read, fresh);
            affirm(read, messages.get(number), number, all, fresh);
            List<Mention> context = context(all, fresh, number);
            Links.join(all, fresh);
            placed(fresh).forEach(clause -> all.add(clause.withContext(context)));
        }
        return new Said(all);
    }

    /** All clauses, oldest first. */
    public List<Clause> clauses() {
        return clauses;
    }

    private static String cut(String message) {
        int half = LONGEST_MESSAGE / 2;
        return message.length() <= LONGEST_MESSAGE
                ? message
                : message.substring(0, half) + "\n" + message.substring(message.length() - half);
    }

    /** A yes turns the questions of the message before into orders; a withdrawal ends what was ordered. */
    private static void affirm(Message read, String message, int number, List<Clause> before, List<Clause> fresh) {
        if (read.withdrawal() > 0) {
            fresh.add(0, takenBack(number, message.strip()));
        } else if (read.yes()) {
            List<Clause> answered = before.stream()
                    .filter(clause -> clause.message() == number - 1)
                    .filter(clause -> clause.mood() == Mood.QUESTION
                            || clause.mood() == Mood.ASK_FIRST
                            || clause.mood() == Mood.CHECK
                            || clause.mood() == Mood.CONDITION)
                    .toList();
            fresh.removeIf(
                    clause -> clause.mood() == Mood.ORDER && clause.mentions().isEmpty());
            answered.forEach(clause -> fresh.add(clause.with(Mood.ORDER, number)));
        }
    }

    /** A sentence that takes something back ends what was ordered before it. */
    private static void withdrawals(Message read, List<Clause> fresh) {
        for (int at = fresh.size() - 1; at > 0; at--) {
            if (read.takesBack().get(at)) {
                fresh.add(at, takenBack(fresh.get(at).message(), fresh.get(at).quote()));
            }
        }
    }

    private static Clause takenBack(int message, String quote) {
        return new Clause(Mood.ONLY_LOOK, Set.of(), List.of(), List.of(), Set.of(), true, "", message, quote);
    }

    /** What the message speaks of beside its orders and prohibitions, and the message before it. */
    private static List<Mention> context(List<Clause> before, List<Clause> fresh, int number) {
        return Stream.concat(before.stream().filter(clause -> clause.message() == number - 1), fresh.stream())
                .filter(clause -> clause.mood() != Mood.PROHIBITION && clause.mood() != Mood.SCOPE)
                .flatMap(clause -> clause.mentions().stream())
                .filter(Mention::tells)
                .toList();
    }

    /** Places that a statement of the message names hold for its orders that name none. */
    private static List<Clause> placed(List<Clause> fresh) {
        Set<Place> places = new LinkedHashSet<>();
        for (Clause clause : fresh) {
            if (clause.mood() == Mood.SCOPE || clause.only() && clause.mood() == Mood.ORDER) {
                clause.mentions().forEach(mention -> places.addAll(mention.places()));
            }
        }
        if (places.isEmpty()) {
            return fresh;
        }
        return fresh.stream()
                .map(clause -> clause.mentions().stream()
                                        .allMatch(mention -> mention.places().isEmpty())
                                && clause.mood() != Mood.PROHIBITION
                        ? clause.withPlaces(places)
                        : clause)
                .toList();
    }
}
