package dev.greenlane.service.desk;

import dev.greenlane.engine.review.Mode;
import dev.greenlane.engine.review.Verdict;
import dev.greenlane.engine.session.Session;

/**
 * What a review came to.
 *
 * @param mode the mode that decided
 * @param effects what the call would do, JSON text
 * @param before what was remembered of the session when it was reviewed
 * @param after what is remembered of the session once the call took place
 */
record Reviewed(Verdict verdict, Mode mode, String effects, Session before, Session after) {}
