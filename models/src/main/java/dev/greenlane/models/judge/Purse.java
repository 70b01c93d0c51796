package dev.greenlane.models.judge;

import java.util.concurrent.atomic.AtomicLong;

/** The money that may be spent on judging. Thread-safe. */
public interface Purse {
    /** A purse that is never empty. */
    Purse BOTTOMLESS = of(0);

    /** Whether nothing more may be spent. */
    boolean isEmpty();

    /** Takes what was spent, in millionths of a US dollar; the last answer may cost more than there is left. */
    void spend(long micros);

    /** A purse that holds so much, in millionths of a US dollar; 0 for no limit. */
    static Purse of(long most) {
        AtomicLong spent = new AtomicLong();
        return new Purse() {
            @Override
            public boolean isEmpty() {
                return most > 0 && spent.get() >= most;
            }

            @Override
            public void spend(long micros) {
                spent.addAndGet(micros);
            }
        };
    }
}
