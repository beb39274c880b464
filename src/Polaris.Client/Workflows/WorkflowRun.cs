using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Polaris.Client.Http;
using Polaris.Client.Telemetry;

namespace Polaris.Client.Workflows;

/// <summary>The span and the measurements of one run of a workflow.</summary>
internal sealed class WorkflowRun : IDisposable
{
    private readonly WorkflowRequestType _type;
    private readonly WorkflowContext _context;
    private readonly long _started;
    private readonly Activity? _activity;
    private string _outcome = "failed";
    private Guid _guid;

    private WorkflowRun(WorkflowRequestType type, WorkflowContext context)
    {
        _type = type;
        _context = context;
        _started = context.Time.GetTimestamp();
        OpenSpan.Enter();
        _activity = ClientMetrics.Activities.StartActivity("polaris.workflow");
        context.Identity.Tag(_activity);
        _activity?.SetTag("polaris.workflow.type", (int)type);
    }

    public static WorkflowRun Start(WorkflowRequestType type, WorkflowContext context) => new(type, context);

    /// <summary>Known as soon as the start has a response, so that failures can be distinguished in the log.</summary>
    public void IsOf(Guid requestGuid) => _guid = requestGuid;

    public WorkflowResult<TAnswer> End<TAnswer>(WorkflowResult<TAnswer> result)
        where TAnswer : class
    {
        _outcome = result.Outcome switch
        {
            WorkflowOutcome.Canceled => "canceled",
            WorkflowOutcome.PartlyCompleted => "partly_completed",
            WorkflowOutcome.Unconfirmed => "unconfirmed",
            _ => "completed",
        };
        return result;
    }

    public void Dispose()
    {
        _activity?.SetTag("polaris.outcome", _outcome);
        _activity?.SetStatus(_outcome == "failed" ? ActivityStatusCode.Error : ActivityStatusCode.Ok);
        _activity?.Dispose();
        ClientMetrics.WorkflowEnded(_context.Identity, (int)_type, _outcome, _context.Time.GetElapsedTime(_started));
        Log.WorkflowEnded(_context.Logger, (int)_type, _guid, _outcome);
    }
}

/// <summary>The user, the endpoints and the clock of a workflow.</summary>
internal sealed class WorkflowContext
{
    public required int OrganizationId { get; init; }

    public required int WorkstationId { get; init; }

    /// <summary>Returns the Polaris user; may have to sign in first.</summary>
    public required Func<CancellationToken, ValueTask<int>> GetUserId { get; init; }

    public required int MaxPrompts { get; init; }

    /// <summary>How long the state is read again if the response to a reply is lost.</summary>
    public required TimeSpan ReplyRecoveryTimeout { get; init; }

    /// <summary>The library's prompt types, known in every workflow.</summary>
    public required IReadOnlyDictionary<WorkflowPromptId, PromptKind> Prompts { get; init; }

    /// <summary>What identifies the client in telemetry.</summary>
    public required ClientIdentity Identity { get; init; }

    public required BackgroundWork Background { get; init; }

    public required TimeProvider Time { get; init; }

    public required ILogger Logger { get; init; }

    /// <summary>Creates the prompt with its own type: that of the workflow, else that of the library, else a plain one.</summary>
    public Prompt CreatePrompt<TAnswer>(WorkflowKind<TAnswer> kind, PromptContext prompt)
        where TAnswer : class => KindOf(kind, prompt.Wire.WorkflowPromptId)?.Create(prompt) ?? new Prompt(prompt);

    /// <summary>Returns the type with which the prompt of an ID is raised.</summary>
    public Type PromptTypeOf<TAnswer>(WorkflowKind<TAnswer> kind, WorkflowPromptId id)
        where TAnswer : class => KindOf(kind, id)?.PromptType ?? typeof(Prompt);

    private PromptKind? KindOf<TAnswer>(WorkflowKind<TAnswer> kind, WorkflowPromptId id)
        where TAnswer : class => kind.PromptOf(id) ?? (Prompts.TryGetValue(id, out var known) ? known : null);
}
