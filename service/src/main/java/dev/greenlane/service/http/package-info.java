/**
 * The doors of the service: HTTP over the user's socket, and over the loopback address for agents whose hooks speak HTTP. It
 * knows how a question arrives and how an answer leaves, and not what is asked.
 */
@NullMarked
package dev.greenlane.service.http;

import org.jspecify.annotations.NullMarked;
