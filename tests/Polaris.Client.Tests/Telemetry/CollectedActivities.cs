using System.Diagnostics;

namespace Polaris.Client.Tests.Telemetry;

/// <summary>Keeps every activity of the library as text: name, tags, events, status.</summary>
internal sealed class CollectedActivities : IDisposable
{
    private readonly List<string> _all = [];
    private readonly ActivityListener _listener;

    public CollectedActivities()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Polaris.Client",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Add,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IReadOnlyList<string> All
    {
        get
        {
            lock (_all)
            {
                return [.. _all];
            }
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Add(Activity activity)
    {
        var events = activity.Events.Select(one => $"{one.Name} {string.Join(' ', one.Tags)}");
        var text = $"{activity.DisplayName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', events)} {activity.Status} {activity.StatusDescription}";
        lock (_all)
        {
            _all.Add(text);
        }
    }
}
