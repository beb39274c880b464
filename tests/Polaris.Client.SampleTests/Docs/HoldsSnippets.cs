using Polaris.Client.Circulation;
using Polaris.Client.Workflows;

namespace Polaris.Client.SampleTests.Docs;

/// <summary>The C# of docs/holds.md.</summary>
internal static class HoldsSnippets
{
    public static async Task<IReadOnlyList<PatronHold>> PlaceAsync(PolarisClient polaris, int patronId)
    {
        // snippet
        var request = new CreateHoldRequest { PatronId = patronId, PickupBranchId = 3, BibliographicRecordId = 1126739 };
        var before = await polaris.Holds.ListOfPatronAsync(patronId);

        await polaris.Workflows.RunAsync(request, new PromptHandlers().On<PatronBlockedPrompt>(prompt => prompt.Cancel()));

        IReadOnlyList<PatronHold> placed = await polaris.Holds.FindPlacedAsync(request, before);
        // end
        return placed;
    }

    public static async Task ChangeAsync(PolarisClient polaris)
    {
        // snippet
        HoldRequest hold = await polaris.Holds.GetAsync(7301);

        await polaris.Workflows.RunAsync(
            new UpdateHoldRequest
            {
                HoldRequestId = hold.HoldRequestId,
                PickupBranchId = 12,
                ExpirationDate = HoldDate.OnDay(2027, 1, 31),
            },
            new PromptHandlers());

        await polaris.Holds.CancelAsync(7301);
        await polaris.Holds.DeleteAsync(7301);
        // end
    }
}
