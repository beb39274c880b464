using Polaris.Client.Workflows;

namespace Polaris.Client.Testing;

/// <summary>Something that a <see cref="FakePolaris"/> really did, as opposed to was asked to do.</summary>
/// <param name="WorkflowRequestType">The workflow that did it.</param>
/// <param name="RecordId">The record that it was done to; 0 when a script of the test did it.</param>
/// <param name="ConversationId">The conversation that it ended; every operation belongs to a conversation of its own.</param>
/// <param name="Time">When it was done.</param>
public sealed record FakeOperation(WorkflowRequestType WorkflowRequestType, int RecordId, Guid ConversationId, DateTimeOffset Time);
