package dev.vouch.pipeline.inbox;

/**
 * What a look at one workspace tells of its due work.
 *
 * @param due whether anything in its queues is due
 * @param mark another one whenever its settings changed or another model was put to use; what
 *     follows from those is to be looked at anew then
 */
public record Agenda(boolean due, String mark) {}
