using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.ObjectLocks;

/// <summary>What tests of leases share.</summary>
public abstract class LeaseFixture : FakeFixture
{
    protected const ObjectType Bib = ObjectType.BibliographicRecord;

    protected static AcquireOptions WaitUpTo(int seconds) => new() { WaitUpTo = TimeSpan.FromSeconds(seconds) };

    /// <summary>The number of locks that the log reports as left behind.</summary>
    protected int LocksReportedAsLeft() => Logs.Entries.Count(entry => entry.Id == 5);

    /// <summary>Requests other than sign-ins, as verb and resource.</summary>
    protected IEnumerable<string> Sent() =>
        Fake.Journal.Where(entry => entry.Path != "authentication/staffuser").Select(entry => $"{entry.Method} {entry.Path}");

    private protected void AddFaults(int times, FaultKind kind, string method, TimeSpan? duration = null)
    {
        for (var i = 0; i < times; i++)
        {
            Fake.Faults.Add(new FakeFault(kind) { Method = method, Path = "objectlocks", Duration = duration });
        }
    }
}
