using System.Collections;

namespace Polaris.Client.Workflows;

/// <summary>All exchanges of a workflow, in their order.</summary>
public sealed class WorkflowTranscript : IReadOnlyList<WorkflowExchange>
{
    private readonly List<WorkflowExchange> _exchanges = [];

    /// <inheritdoc/>
    public int Count => _exchanges.Count;

    /// <inheritdoc/>
    public WorkflowExchange this[int index] => _exchanges[index];

    /// <inheritdoc/>
    public IEnumerator<WorkflowExchange> GetEnumerator() => _exchanges.GetEnumerator();

    /// <summary>The exchanges in numbers, one after the other; no texts, which may name people.</summary>
    public override string ToString() => string.Join("; ", _exchanges);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(WorkflowStep step, DateTimeOffset at, WorkflowReply? reply, WorkflowAnswer? answer) =>
        _exchanges.Add(new WorkflowExchange(step, at, reply, answer));
}
