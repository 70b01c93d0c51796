package dev.greenlane.engine.review;

import dev.greenlane.engine.policy.Judgement;
import dev.greenlane.engine.provenance.Before;
import dev.greenlane.engine.session.Session;
import dev.greenlane.engine.understand.Understanding;

/**
 * A verdict with all that led to it.
 *
 * @param before what stands where the call would write
 */
public record Review(
        Request request, Understanding understanding, Before before, Judgement judgement, Verdict verdict) {

    /** The session as it is once the call has been executed. */
    public Session sessionAfter() {
        return request.session().after(understanding, request.surroundings(), before);
    }
}
