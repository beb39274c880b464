using Microsoft.Extensions.Logging;

namespace Polaris.Client.Workflows;

/// <summary>Who acts, where, and by which clock.</summary>
/// <param name="OrganizationId">The logged-on organization.</param>
/// <param name="WorkstationId">The logged-on workstation.</param>
/// <param name="GetUserId">The Polaris user; may have to sign in first.</param>
/// <param name="MaxPrompts">The most prompts of one workflow.</param>
/// <param name="Time">The clock.</param>
/// <param name="Logger">The log.</param>
internal sealed record WorkflowContext(
    int OrganizationId,
    int WorkstationId,
    Func<CancellationToken, ValueTask<int>> GetUserId,
    int MaxPrompts,
    TimeProvider Time,
    ILogger Logger);
