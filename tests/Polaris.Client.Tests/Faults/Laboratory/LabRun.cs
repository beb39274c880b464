using System.Collections.Concurrent;
using System.Globalization;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Tests.Telemetry;

namespace Polaris.Client.Tests.Faults.Laboratory;

/// <summary>One run of the laboratory: one server, one to three clients of one user and workstation, and what other processes do.</summary>
internal sealed class LabRun : IDisposable
{
    public const int Workstation = 55;

    /// <summary>More than any client may wait for anything; after it a run counts as stuck.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private static int created;

    /// <summary>Which caller has a lease of which object.</summary>
    private readonly ConcurrentDictionary<(int Type, int Id), int> _inside = new();

    private readonly Draw _draw;

    public LabRun(int seed)
    {
        World = new LabWorld(seed);
        Server = new LabServer(World) { Locks = { IsInUse = (key, caller) => _inside.TryGetValue(key, out var inside) && inside == caller } };
        _draw = new Draw(seed, "run");
        Targets = [.. new[] { 5, 6, 7, 8, 9 }.Select(id => new ObjectReference(_draw.Of(ObjectType.BibliographicRecord, ObjectType.Patron), id))];
        Host = $"lab{Interlocked.Increment(ref created)}.example";
        Callers = [.. Enumerable.Range(0, World.Clients).Select(index => new LabCaller(this, index))];
    }

    public LabWorld World { get; }

    public LabServer Server { get; }

    /// <summary>Its own for each run: what the library keeps per server must not reach the next run.</summary>
    public string Host { get; }

    public CollectedLogs Logs { get; } = new();

    public List<ObjectReference> Targets { get; }

    public List<LabCaller> Callers { get; }

    /// <summary>How many times two leases held one object at the same time.</summary>
    public int Together { get; private set; }

    public bool IsStuck { get; private set; }

    public async Task ExecuteAsync()
    {
        ActAsOthers();
        var work = Task.WhenAll(Callers.Select(caller => caller.ExecuteAsync()));
        IsStuck = await Task.WhenAny(work, Task.Delay(Longest, World.Clock)) != work;

        // Time enough for everything that the server received and for everything that the clients do in the background.
        await Task.Delay((World.Timeout * 10) + (World.ReleaseTimeout * 3) + TimeSpan.FromMinutes(10), World.Clock);
    }

    public void Enter(int caller, IEnumerable<ObjectReference> targets)
    {
        foreach (var target in targets)
        {
            if (!_inside.TryAdd(((int)target.ObjectType, target.ObjectId), caller))
            {
                Together++;
            }
        }
    }

    public void Leave(int caller, IEnumerable<ObjectReference> targets)
    {
        foreach (var target in targets)
        {
            _inside.TryRemove(KeyValuePair.Create(((int)target.ObjectType, target.ObjectId), caller));
        }
    }

    public void Dispose()
    {
        Callers.ForEach(caller => caller.Dispose());
        Logs.Dispose();
    }

    /// <summary>Everything that is needed to see what went wrong.</summary>
    public string Describe() => string.Join(Environment.NewLine,
        [
            $"seed {World.Seed}: {World.Describe()}",
            $"  locks at the end: {string.Join(", ", Server.Locks.Table.Select(pair => $"{pair.Key} of {pair.Value.Origin}"))}; open conversations: {Server.Workflows.Open.Count()}",
            .. Server.Calls.Select(call => "  " + call.Line),
            .. Callers.Select(caller => "  " + caller.Describe()),
            .. Logs.Entries.Where(entry => entry.Level >= Microsoft.Extensions.Logging.LogLevel.Warning)
                .Select(entry => string.Create(CultureInfo.InvariantCulture, $"  log {entry.Id}: {entry.Text.Split('|')[0]}")),
        ]);

    /// <summary>Another user holds a record for a while, or another process of our user and workstation has left a lock behind.</summary>
    private void ActAsOthers()
    {
        foreach (var target in Targets)
        {
            var key = ((int)target.ObjectType, target.ObjectId);
            if (_draw.OneIn(10))
            {
                var age = _draw.Of(TimeSpan.FromSeconds(45), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(5), TimeSpan.FromDays(1));
                Server.LockByOther(key, LabLocks.OurUser, Workstation, age + _draw.Time(TimeSpan.FromMilliseconds(900)));
            }
            else if (_draw.OneIn(8))
            {
                Server.LockByOther(key, LabLocks.AnotherUser, 99, TimeSpan.FromMinutes(1));
                _ = Server.UnlockByOtherAsync(key, _draw.Time(World.Timeout * 3));
            }
        }
    }
}
