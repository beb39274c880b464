namespace Polaris.Client.Testing;

/// <summary>The records that a reply to a duplicates prompt names.</summary>
internal sealed class Replacement
{
    private Replacement(int recordToMaintainId, IReadOnlyList<int> recordIds)
    {
        RecordToMaintainId = recordToMaintainId;
        RecordIds = recordIds;
    }

    public static Replacement None { get; } = new(0, []);

    public int RecordToMaintainId { get; }

    public IReadOnlyList<int> RecordIds { get; }

    public static Replacement Of(FakeWorkflowReply? reply) => reply is { Result: OfferedResults.Yes, ExtensionType: 18 }
        ? new(reply.Data.Int("RecordToMaintainID") ?? 0, reply.Data.Ints("RecordIDs"))
        : None;

    /// <summary>Why a reply to a duplicates prompt is rejected; <c>null</c> if it is accepted.</summary>
    public static string? FaultOf(FakeWorkflowReply reply, IEnumerable<int> offered)
    {
        if (reply.Result != OfferedResults.Yes)
        {
            return null;
        }

        IReadOnlyList<int> chosen = Of(reply).RecordIds;
        return chosen.Count == 0 ? "Replace needs extension 18 with the IDs of the records to replace."
            : chosen.Except(offered).Any() ? "Replace names a record that was not among the duplicates."
            : null;
    }
}
