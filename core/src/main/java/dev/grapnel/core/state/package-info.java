/**
 * What is known of one object: its key, where it is in its life, which attributes are loaded, expired or changed, and what they were before.
 *
 * <p>This room only keeps books; it fires no events and knows neither sessions nor mappings. The enhanced class
 * ({@link dev.grapnel.core.state.Enhanced}) carries a slot for one {@link dev.grapnel.core.state.InstanceState}, unless it keeps that itself
 * ({@link dev.grapnel.core.state.StateHolder}); room {@code instrument} writes into it when attributes change. Start reading at {@code InstanceState}.
 */
package dev.grapnel.core.state;
