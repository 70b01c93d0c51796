package dev.greenlane.service.desk;

import dev.greenlane.agents.Agent;
import dev.greenlane.agents.Facts.Presence;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What a session knows of its person: the words, from events as they come and from the transcript what was said before the
 * service ran or where events do not tell, and whether anybody is there. Thread-safe.
 */
final class Person {
    private static final int KEPT = 200;
    private static final int MOST_RECORDED = 2000;

    private final Duration patience;
    private final Deque<String> heard = new ArrayDeque<>();
    private final Set<String> recorded = new HashSet<>();
    private List<String> written = List.of();
    private Presence presence = Presence.UNKNOWN;
    private boolean hearing;
    private boolean reading;
    private long size = -1;

    /** @param patience how long a review waits for the transcript */
    Person(Duration patience) {
        this.patience = patience;
    }

    /** The person said something. */
    synchronized void said(String words) {
        hearing = true;
        if (!words.equals(heard.peekLast())) {
            heard.addLast(words);
            if (heard.size() > KEPT) {
                heard.removeFirst();
            }
        }
    }

    /**
     * All that the person said, as far as it is at hand.
     *
     * @return whether any of it is new
     */
    synchronized boolean heard(List<String> all) {
        List<String> known = words();
        List<String> fresh =
                all.stream().distinct().filter(word -> !known.contains(word)).toList();
        fresh.forEach(this::said);
        return !fresh.isEmpty();
    }

    /** What was said, oldest first. */
    synchronized List<String> words() {
        SequencedSet<String> all = new LinkedHashSet<>(written);
        all.addAll(heard);
        List<String> words = new ArrayList<>(all);
        return words.subList(Math.max(0, words.size() - KEPT), words.size());
    }

    /** Which of these words were never asked about here: what the ledger does not have yet. */
    synchronized List<String> unrecorded(List<String> words) {
        if (recorded.size() > MOST_RECORDED) {
            recorded.clear();
        }
        return words.stream().filter(recorded::add).toList();
    }

    synchronized Presence presence() {
        return presence;
    }

    /**
     * Reads the transcript where it was not read yet, or has grown and events do not tell what the person says. Takes no
     * longer than a review can wait; a slow disk's words count from the next call on.
     */
    void read(Agent agent, Optional<TranscriptFile> transcript) {
        if (transcript.isEmpty() || !begins(transcript.get().size())) {
            return;
        }
        CountDownLatch done = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            try {
                String text = transcript.get().text();
                learned(agent.said(text), agent.presence(text));
            } catch (IOException | RuntimeException e) {
                learned(List.of(), Presence.UNKNOWN);
            } finally {
                done.countDown();
            }
        });
        try {
            done.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean begins(long now) {
        boolean wanted = now >= 0 && !reading && (size < 0 || (!hearing && now > size));
        if (wanted) {
            reading = true;
            size = now;
        }
        return wanted;
    }

    private synchronized void learned(List<String> words, Presence known) {
        reading = false;
        written = words.isEmpty() ? written : List.copyOf(words);
        presence = known == Presence.UNKNOWN ? presence : known;
    }
}
