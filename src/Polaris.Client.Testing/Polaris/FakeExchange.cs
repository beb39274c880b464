using System.Globalization;
using Polaris.Client.Workflows;

namespace Polaris.Client.Testing;

/// <summary>One request that a <see cref="FakePolaris"/> received and what became of it; without passwords and tokens.</summary>
public sealed record FakeExchange
{
    /// <summary>When the request arrived.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>The verb, such as <c>PUT</c>.</summary>
    public string Method { get; init; } = "";

    /// <summary>The resource without the common front part, such as <c>workflow/7fc0c2b3-...</c> or <c>objectlocks/27/29937</c>.</summary>
    public string Path { get; init; } = "";

    /// <summary>The organization of the address; <c>null</c> where the address has none.</summary>
    public int? OrganizationId { get; init; }

    /// <summary>The workstation of the address; <c>null</c> where the address has none.</summary>
    public int? WorkstationId { get; init; }

    /// <summary>The user who made the request; <c>null</c> for sign-ins and when no user was recognized.</summary>
    public string? UserName { get; init; }

    /// <summary>The HTTP status that the caller received; <c>null</c> when the caller received no answer.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Why the request was refused; <c>null</c> when it was not.</summary>
    public string? Reason { get; init; }

    /// <summary>The fault that was injected; <c>null</c> for none.</summary>
    public FaultKind? Fault { get; init; }

    /// <summary>The workflow that was started; <c>null</c> for other calls.</summary>
    public FakeWorkflowRequest? Request { get; init; }

    /// <summary>The reply to a prompt that was sent; <c>null</c> for other calls.</summary>
    public FakeWorkflowReply? Reply { get; init; }

    /// <summary>The answer of the workflow, whether it reached the caller or not; <c>null</c> for other calls.</summary>
    public FakeWorkflowAnswer? Answer { get; init; }

    /// <summary>Shows the verb, the resource and the status.</summary>
    public override string ToString() =>
        $"{Method} {Path} -> {StatusCode?.ToString(CultureInfo.InvariantCulture) ?? "no answer"}";
}

/// <summary>Something that a <see cref="FakePolaris"/> really did, as opposed to was asked to do.</summary>
/// <param name="WorkflowRequestType">The workflow that did it.</param>
/// <param name="RecordId">The record that it was done to; 0 when a script of the test did it.</param>
/// <param name="ConversationId">The conversation that it ended; every operation belongs to a conversation of its own.</param>
/// <param name="Time">When it was done.</param>
public sealed record FakeOperation(WorkflowRequestType WorkflowRequestType, int RecordId, Guid ConversationId, DateTimeOffset Time);
