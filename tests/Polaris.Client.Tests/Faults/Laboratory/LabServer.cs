using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Polaris.Client.Tests.Faults.Laboratory;

/// <summary>
/// A Polaris server that does not share the client's beliefs: it finishes what it has received, whether or not anyone still waits.
/// </summary>
/// <remarks>Its JSON, tables, clocks and time zone are its own; with the client it shares only the course of virtual time.</remarks>
internal sealed class LabServer(LabWorld world)
{
    private readonly object _gate = new();
    private readonly ConcurrentDictionary<string, int> _occurrences = new();
    private readonly HashSet<string> _tokens = [];
    private int _tokenCount;

    public LabLocks Locks { get; } = new(world);

    public LabWorkflows Workflows { get; } = new(world);

    public ConcurrentQueue<LabCall> Calls { get; } = new();

    public LabCall Note(LabCall call)
    {
        Calls.Enqueue(call);
        return call;
    }

    public int CountOccurrence(string what) => _occurrences.AddOrUpdate(what, 1, (_, count) => count + 1);

    /// <summary>Processes a request after a while. No token: a server does not notice that its caller has gone.</summary>
    public async Task<LabAnswer> ProcessAsync(LabCall call, TimeSpan delay)
    {
        await Task.Delay(delay, world.Clock);
        lock (_gate)
        {
            call.WasProcessed = true;
            call.WasProcessedLate = call.HasGivenUp;
            call.Line += Inv($" processed at {world.Clock.Elapsed.TotalSeconds:0.000}{(call.HasGivenUp ? " (late)" : "")}");
            return Answer(call);
        }
    }

    public bool IsTokenValid(string? authorization)
    {
        lock (_gate)
        {
            return authorization is not null && _tokens.Contains(authorization);
        }
    }

    public void RevokeTokens()
    {
        lock (_gate)
        {
            _tokens.Clear();
        }
    }

    /// <summary>Acts of other processes: a lock of another user that is freed after a while, or one of our own user that stays.</summary>
    public void LockByOther((int Type, int Id) target, int user, int workstation, TimeSpan age)
    {
        lock (_gate)
        {
            Locks.Table[target] = new LabLocks.Held(user, workstation, LabLocks.OtherProcess, world.DatabaseTime() - age, null);
        }
    }

    public async Task UnlockByOtherAsync((int Type, int Id) target, TimeSpan after)
    {
        await Task.Delay(after, world.Clock);
        lock (_gate)
        {
            Locks.Table.Remove(target);
        }
    }

    private LabAnswer Answer(LabCall call)
    {
        return call.Path[0] switch
        {
            "authentication" => SignIn(),
            "objectlocks" => Locks.Process(call),
            "workflow" => Workflows.Process(call),
            _ => LabAnswer.Page(404),
        };
    }

    private LabAnswer SignIn()
    {
        if (world.SignInClearsLocks)
        {
            Locks.Clear();
        }

        var token = $"token{++_tokenCount}";
        _tokens.Add($"PAS polaris:{token}:secret");
        return LabAnswer.Json(new JsonObject
        {
            ["SiteDomain"] = "polaris",
            ["UserDomain"] = "LAB",
            ["AccessToken"] = token,
            ["AccessSecret"] = "secret",
            ["AuthExpDate"] = world.Print(world.WebTime() + TimeSpan.FromHours(24)),
            ["PolarisUser"] = new JsonObject
            {
                ["PolarisUserID"] = LabLocks.OurUser,
                ["OrganizationID"] = 1,
                ["Name"] = "lab",
                ["BranchID"] = 1,
                ["Enabled"] = true,
            },
        });
    }

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
