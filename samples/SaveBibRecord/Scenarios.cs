using Polaris.Client.Cataloging;
using Polaris.Client.Marc;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;

namespace SaveBibRecord;

/// <summary>The scenarios of the embedded server, each with a different course of the prompts.</summary>
internal static class Scenarios
{
    public const string Hidden = "hidden";
    private const string Duplicates = "duplicates";
    private const string Locked = "locked";
    private const string Authority = "authority";
    private const int BibId = 1126739;
    private const int AuthorityId = 925313;

    public static readonly string[] All = [Hidden, Duplicates, Locked, Authority];

    public static Scenario Create(SaveArguments arguments) => arguments.Scenario switch
    {
        Duplicates => CreateDuplicates(Records.Load(arguments.Record)),
        Locked => CreateLocked(Records.Load(arguments.Record)),
        Authority => CreateAuthority(Records.Load(arguments.Record, Records.Authority)),
        _ => CreateHidden(Records.Load(arguments.Record)),
    };

    /// <summary>The record is hidden from the public catalog: prompt 66.</summary>
    private static Scenario CreateHidden(MarcRecord marc) => new(
        new FakePolaris().WithBib(BibId, displayInPac: true), SavePlan.OfBib(BibId, marc, displayInPac: false));

    /// <summary>
    /// A new record may be a duplicate of two others, one of them protected: prompt 87, and 148 if the protected one is to be
    /// replaced.
    /// </summary>
    private static Scenario CreateDuplicates(MarcRecord marc) => new(
        new FakePolaris().WithBib(1331392, marc: marc, doNotOverlay: true, linkedItems: 3).WithBib(1331393, marc: marc),
        SavePlan.OfBib(null, marc, displayInPac: true));

    /// <summary>A colleague has the record open and closes it a little later.</summary>
    private static Scenario CreateLocked(MarcRecord marc)
    {
        var server = new FakePolaris().WithBib(BibId);
        server.LockAs("PolarisExec", 15, ObjectType.BibliographicRecord, BibId, TimeSpan.FromSeconds(2));
        return new(server, SavePlan.OfBib(BibId, marc, displayInPac: true));
    }

    /// <summary>A heading is changed to that of another authority record: prompt 142, then 145 for the records that use it.</summary>
    private static Scenario CreateAuthority(MarcRecord marc) => new(
        new FakePolaris()
            .WithAuthority(AuthorityId, "Prometheus (Modern)", linkedBibs: 4)
            .WithAuthority(925311, marc["150"]?['a'] ?? ""),
        new SavePlan<AuthorityRecordSaved>(
            new ObjectReference(ObjectType.AuthorityRecord, AuthorityId),
            new AddOrUpdateAuthorityRecord { AuthorityRecordId = AuthorityId, RecordStatusId = 1, Marc = marc }));
}
