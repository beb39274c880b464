using System.Diagnostics;
using Polaris.Client.Telemetry;

namespace Polaris.Client.Workflows;

/// <summary>The span and the measurements of one run of the conductor.</summary>
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
        _activity = ClientMetrics.Activities.StartActivity("polaris.workflow");
        _activity?.SetTag("polaris.workflow.type", (int)type);
    }

    public static WorkflowRun Start(WorkflowRequestType type, WorkflowContext context) => new(type, context);

    /// <summary>Known as soon as the start is answered, so that failures can be told apart in the log.</summary>
    public void IsOf(Guid requestGuid) => _guid = requestGuid;

    public WorkflowResult<TAnswer> End<TAnswer>(WorkflowResult<TAnswer> result)
        where TAnswer : class
    {
        _outcome = result.Outcome switch
        {
            WorkflowOutcome.Cancelled => "cancelled",
            WorkflowOutcome.PartlyCompleted => "partly_completed",
            _ => "completed",
        };
        return result;
    }

    public void Dispose()
    {
        _activity?.SetTag("polaris.outcome", _outcome);
        _activity?.SetStatus(_outcome == "failed" ? ActivityStatusCode.Error : ActivityStatusCode.Ok);
        _activity?.Dispose();
        ClientMetrics.WorkflowEnded((int)_type, _outcome, _context.Time.GetElapsedTime(_started));
        Log.WorkflowEnded(_context.Logger, (int)_type, _guid, _outcome);
    }
}
