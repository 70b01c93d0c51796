/**
 * Where events of agents become answers: the session they belong to, the mode that holds, the review, the breaker, the ledger.
 * It knows no agent's dialect and no wire.
 */
@NullMarked
package dev.greenlane.service.desk;

import org.jspecify.annotations.NullMarked;
