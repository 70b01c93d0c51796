package dev.greenlane.service.judge;

import dev.greenlane.models.judge.Purse;
import dev.greenlane.store.Ledger;
import dev.greenlane.store.LedgerFailure;
import dev.greenlane.store.Query;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** What judging has cost, by session and for the day; what was spent before the service ran stands in the ledger. Thread-safe. */
final class Budget {
    private static final int KEPT_SESSIONS = 500;

    private final Ledger ledger;
    private final InstantSource clock;
    private final Map<String, Long> sessions = new LinkedHashMap<>();
    private LocalDate today = LocalDate.MIN;
    private long spentToday;

    Budget(Ledger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * The purse of a session.
     *
     * @param perSession in millionths of a US dollar, as {@code perDay}
     */
    Purse of(String session, long perSession, long perDay) {
        return new Purse() {
            @Override
            public boolean isEmpty() {
                synchronized (Budget.this) {
                    return spentIn(session) >= perSession && perSession > 0 || spentToday() >= perDay && perDay > 0;
                }
            }

            @Override
            public void spend(long micros) {
                synchronized (Budget.this) {
                    long before = spentIn(session);
                    sessions.put(session, before + micros);
                    spentToday = spentToday() + micros;
                }
            }
        };
    }

    private long spentIn(String session) {
        if (sessions.size() > KEPT_SESSIONS) {
            sessions.clear();
        }
        return sessions.computeIfAbsent(session, id -> recorded(Query.ALL.ofSession(id)));
    }

    private long spentToday() {
        ZoneId zone = ZoneId.systemDefault();
        LocalDate now = LocalDate.ofInstant(clock.instant(), zone);
        if (!now.equals(today)) {
            today = now;
            Instant midnight = now.atStartOfDay(zone).toInstant();
            spentToday = recorded(Query.ALL.since(midnight));
        }
        return spentToday;
    }

    private long recorded(Query query) {
        try {
            return ledger.reader().stats(query).cost();
        } catch (LedgerFailure e) {
            return 0;
        }
    }
}
