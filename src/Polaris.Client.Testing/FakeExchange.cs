using Polaris.Client.Workflows;

namespace Polaris.Client.Testing;

/// <summary>One request a <see cref="FakePolaris"/> received and what became of it; no passwords, no tokens.</summary>
public sealed record FakeExchange
{
    /// <summary>When the request arrived.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>The verb, such as <c>PUT</c>.</summary>
    public string Method { get; init; } = "";

    /// <summary>The resource without the common front part, such as <c>workflow/7fc0c2b3-...</c> or
    /// <c>objectlocks/27/29937</c>.</summary>
    public string Path { get; init; } = "";

    /// <summary>The organization of the address; null where the address has none.</summary>
    public int? OrganizationId { get; init; }

    /// <summary>The workstation of the address; null where the address has none.</summary>
    public int? WorkstationId { get; init; }

    /// <summary>The user who made the request; null for sign-ins and when nobody was recognised.</summary>
    public string? UserName { get; init; }

    /// <summary>The HTTP status the caller got; null when the caller got no answer.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The fault that was put in; null for none.</summary>
    public FaultKind? Fault { get; init; }

    /// <summary>The workflow that was started; null for other calls.</summary>
    public WorkflowRequestMessage? Request { get; init; }

    /// <summary>The reply to a prompt that was sent; null for other calls.</summary>
    public WorkflowReply? Reply { get; init; }

    /// <summary>The answer of the workflow, whether it reached the caller or not; null for other calls.</summary>
    public WorkflowAnswer? Answer { get; init; }

    /// <summary>Shows the verb, the resource and the status.</summary>
    public override string ToString() =>
        $"{Method} {Path} -> {StatusCode?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "no answer"}";
}
