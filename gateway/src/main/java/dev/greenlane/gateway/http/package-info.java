/**
 * The doors of the gateway: requests of clients in, the same requests to the model's API out, and answers back, with
 * back-pressure and with cancellation in both directions. It knows HTTP and nothing of what the bodies say.
 */
@NullMarked
package dev.greenlane.gateway.http;

import org.jspecify.annotations.NullMarked;
