using System.Globalization;
using System.Text.Json.Nodes;
using Polaris.Client.Testing;
using Polaris.Client.Tests.Http;

namespace Polaris.Client.Tests.ObjectLocks;

/// <summary>What a <see cref="LockServer"/> does with one request.</summary>
internal sealed record LockFault
{
    /// <summary>How long the server waits before it acts. It acts although the client has given up.</summary>
    public TimeSpan Before { get; init; }

    /// <summary>After how long a gateway answers 504 by itself; the server acts nevertheless.</summary>
    public TimeSpan? GatewayTimeout { get; init; }

    /// <summary>Whether the response is lost.</summary>
    public bool LosesResponse { get; init; }

    /// <summary>Whether the server neither acts nor answers.</summary>
    public bool IsStuck { get; init; }

    /// <summary>Changes the JSON of a successful response.</summary>
    public Action<JsonObject>? Edit { get; init; }

    /// <summary>Replaces the response; the server acts nevertheless.</summary>
    public Func<HttpResponseMessage>? Instead { get; init; }
}

/// <summary>A server for locks that does not share the client's beliefs: its own clock and zone, and it completes what it has received.</summary>
internal sealed class LockServer : ScriptedServer
{
    public const int UserId = 1;
    public const int WorkstationId = 15;

    private readonly object _gate = new();
    private readonly ManualTimeProvider _clock;
    private readonly Dictionary<(int Type, int Id), Held> _locks = [];
    private readonly Dictionary<string, Queue<LockFault>> _faults = [];
    private readonly List<Task> _acting = [];

    public LockServer(ManualTimeProvider clock)
    {
        _clock = clock;
        Always((sent, cancellationToken) => RespondAsync(sent, Locked(() => Queue(sent.Method).TryDequeue(out var next) ? next : new LockFault()), cancellationToken));
    }

    /// <summary>The zone of the lock dates; they are printed without offset unless <see cref="PrintsOffset"/> is set.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    public bool PrintsOffset { get; init; }

    /// <summary>How far the clock of the database is ahead of the web server's.</summary>
    public TimeSpan DatabaseAhead { get; init; }

    /// <summary>What every response shows, before the faults of single requests.</summary>
    public Action<JsonObject>? EditAll { get; init; }

    public IReadOnlyList<string> Received => [.. Requests.Select(sent => sent.ToString())];

    public IReadOnlyList<(int Type, int Id)> Locks => Locked(() => _locks.Keys.Order().ToList());

    /// <summary>Adds what happens to the next request of this method that has no fault yet.</summary>
    public LockServer On(string method, params LockFault[] faults)
    {
        foreach (var fault in faults)
        {
            Queue(method).Enqueue(fault);
        }

        return this;
    }

    /// <summary>Another program takes the lock.</summary>
    public LockServer LockAs(int userId, int workstationId, int type, int id) => Locked(() =>
    {
        _locks[(type, id)] = new Held(userId, workstationId, _clock.GetUtcNow());
        return this;
    });

    /// <summary>Waits until the server has completed everything that it received, also what the client has given up.</summary>
    public Task CompleteAsync() => Task.WhenAll(Locked(() => _acting.ToList()));

    public void Free(int type, int id) => Locked(() => _locks.Remove((type, id)));

    private async Task<HttpResponseMessage> RespondAsync(SentRequest sent, LockFault fault, CancellationToken cancellationToken)
    {
        if (fault.IsStuck)
        {
            await Task.Delay(TimeSpan.FromDays(2), _clock, cancellationToken);
        }

        var acting = Task.Run(() => ActAsync(sent, fault), CancellationToken.None);
        Locked(() =>
        {
            _acting.Add(acting);
            return true;
        });
        if (fault.GatewayTimeout is { } patience)
        {
            await Task.Delay(patience, _clock, cancellationToken);
            return Answers.Text("upstream request timeout", 504);
        }

        var response = await acting.WaitAsync(cancellationToken);
        return fault.LosesResponse ? throw Answers.Reset() : response;
    }

    private async Task<HttpResponseMessage> ActAsync(SentRequest sent, LockFault fault)
    {
        if (fault.Before > TimeSpan.Zero)
        {
            await Task.Delay(fault.Before, _clock);
        }

        var response = Locked(() => Act(sent, fault));
        var now = _clock.GetUtcNow();
        response = fault.Instead?.Invoke() ?? response;
        response.Headers.Date = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        return response;
    }

    private HttpResponseMessage Act(SentRequest sent, LockFault fault)
    {
        if (sent.ToString() == "GET objectlocks")
        {
            return Answers.Json($"[{string.Join(",", _locks.Where(pair => pair.Value.WorkstationId == WorkstationId).Select(pair => Print(pair.Key, pair.Value, null).ToJsonString()))}]");
        }

        var parts = sent.Resource.Split('/');
        var key = sent.Method == "POST"
            ? (sent.Json!["ObjectTypeID"]!.GetValue<int>(), sent.Json["ObjectID"]!.GetValue<int>())
            : (int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture));
        var workstation = int.Parse(sent.Address.Segments[8].TrimEnd('/'), CultureInfo.InvariantCulture);
        _locks.TryGetValue(key, out var held);
        if (sent.Method == "GET")
        {
            return held is null ? Error(404, 0, "Object is NOT currently locked. Success") : Success(Print(key, held, null), fault);
        }

        if (held is not null && (held.UserId, held.WorkstationId) != (UserId, workstation))
        {
            return Error(409, 70000, "PolarisObjectLockException", Print(key, held, null));
        }

        if (sent.Method == "DELETE")
        {
            _locks.Remove(key);
            return Answers.Json("true");
        }

        var existing = held is not null;
        _locks[key] = held ??= new Held(UserId, workstation, _clock.GetUtcNow());
        return Success(Print(key, held, existing), fault);
    }

    private HttpResponseMessage Success(JsonObject json, LockFault fault)
    {
        EditAll?.Invoke(json);
        fault.Edit?.Invoke(json);
        return Answers.Json(json.ToJsonString());
    }

    private JsonObject Print((int Type, int Id) key, Held held, bool? existing)
    {
        var shown = TimeZoneInfo.ConvertTime(held.Since + DatabaseAhead, Zone);
        var json = new JsonObject
        {
            ["ObjectTypeID"] = key.Type,
            ["ObjectID"] = key.Id,
            ["PolarisUserID"] = held.UserId,
            ["WorkstationID"] = held.WorkstationId,
            ["LockDate"] = shown.ToString(PrintsOffset ? "yyyy-MM-ddTHH:mm:ss.fffzzz" : "yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture),
        };
        if (existing is { } value)
        {
            json["ExistingLock"] = value;
        }

        return json;
    }

    private static HttpResponseMessage Error(int status, int code, string message, JsonObject? data = null) =>
        Answers.Json(new JsonObject { ["ErrorCode"] = code, ["Message"] = message, ["Data"] = data }.ToJsonString(), status);

    private Queue<LockFault> Queue(string method) =>
        _faults.TryGetValue(method, out var queue) ? queue : _faults[method] = new Queue<LockFault>();

    private T Locked<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }

    private sealed record Held(int UserId, int WorkstationId, DateTimeOffset Since);
}
