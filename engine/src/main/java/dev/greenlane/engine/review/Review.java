package dev.greenlane.engine.review;

import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.facts.Loss;
import dev.greenlane.engine.facts.Scene;
import dev.greenlane.engine.policy.Judgement;
import dev.greenlane.engine.provenance.Before;
import dev.greenlane.engine.session.Session;
import dev.greenlane.engine.understand.Understanding;
import java.util.Map;

/**
 * A verdict with all that led to it.
 *
 * @param before what stands where the call would write
 * @param losses what was looked at, and what would be lost there
 */
public record Review(
        Request request, Scene scene, Before before, Map<Effect, Loss> losses, Judgement judgement, Verdict verdict) {

    /** What the call would do. */
    public Understanding understanding() {
        return scene.understanding();
    }

    /** The same with another verdict. */
    public Review with(Verdict other) {
        return new Review(request, scene, before, losses, judgement, other);
    }

    /** The session as it is once the call has been executed. */
    public Session sessionAfter() {
        return request.session().after(understanding(), request.surroundings(), before);
    }
}
