using System.Globalization;
using Polaris.Client.Workflows;

namespace Polaris.Client.Testing;

/// <summary>One request that a <see cref="FakePolaris"/> received and its outcome, without passwords and tokens.</summary>
public sealed record FakeExchange
{
    /// <summary>When the request arrived.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>The HTTP method, such as <c>PUT</c>.</summary>
    public string Method { get; init; } = "";

    /// <summary>The resource without the common prefix, such as <c>workflow/7fc0c2b3-...</c> or <c>objectlocks/27/29937</c>.</summary>
    public string Path { get; init; } = "";

    /// <summary>The organization in the address; <c>null</c> if the address has none.</summary>
    public int? OrganizationId { get; init; }

    /// <summary>The workstation in the address; <c>null</c> if the address has none.</summary>
    public int? WorkstationId { get; init; }

    /// <summary>The user who made the request; <c>null</c> for sign-ins and if the user was not recognized.</summary>
    public string? UserName { get; init; }

    /// <summary>The HTTP status that the caller received; <c>null</c> if the caller did not receive a response.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Why the request was refused; <c>null</c> if it was not.</summary>
    public string? Reason { get; init; }

    /// <summary>The fault that was injected; <c>null</c> for none.</summary>
    public FaultKind? Fault { get; init; }

    /// <summary>The workflow that was started; <c>null</c> for other calls.</summary>
    public FakeWorkflowRequest? Request { get; init; }

    /// <summary>The reply to a prompt; <c>null</c> for other calls.</summary>
    public FakeWorkflowReply? Reply { get; init; }

    /// <summary>The response of the workflow, whether it reached the caller or not; <c>null</c> for other calls.</summary>
    public FakeWorkflowAnswer? Answer { get; init; }

    /// <summary>Returns the method, the resource and the status.</summary>
    public override string ToString() =>
        $"{Method} {Path} -> {StatusCode?.ToString(CultureInfo.InvariantCulture) ?? "no response"}";
}

/// <summary>An operation that a <see cref="FakePolaris"/> executed, as opposed to one that was only requested.</summary>
/// <param name="WorkflowRequestType">The workflow.</param>
/// <param name="RecordId">The record; 0 if a script of the test executed the operation.</param>
/// <param name="ConversationId">The conversation that ended with it; every operation belongs to its own conversation.</param>
/// <param name="Time">When the operation was executed.</param>
public sealed record FakeOperation(WorkflowRequestType WorkflowRequestType, int RecordId, Guid ConversationId, DateTimeOffset Time);
