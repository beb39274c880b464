using Polaris.Client.Cataloging;
using Polaris.Client.Circulation;
using Polaris.Client.Marc;
using Polaris.Client.SystemSettings;
using Polaris.Client.Workflows;

namespace Polaris.Client.SampleTests.Docs;

/// <summary>The C# of docs/items-and-settings.md.</summary>
internal static class ItemsAndSettingsSnippets
{
    public static async Task EditAsync(PolarisClient polaris)
    {
        // snippet
        ItemRecordEdit edit = await polaris.ItemRecords.EditAsync(
            4711,
            (item, update) =>
            {
                update.NonPublicNote = $"{item.NonPublicNote} Rebound.";
                update.ItemStatusId = 14;
            },
            new PromptHandlers()
                .On<DisplayInPacPrompt>(prompt => prompt.Continue())
                .Otherwise(prompt => prompt.Cancel()));

        foreach (var ignored in edit.NotStored)
        {
            Console.WriteLine($"Polaris did not store {ignored.Name}.");
        }
        // end
    }

    public static async Task CreateAsync(PolarisClient polaris, MarcRecord record)
    {
        // snippet
        int id = await polaris.BibRecords.CreateAsync(
            new NewBibRecord { RecordOwnerId = 3, DisplayInPac = true, DoNotOverlay = false, Marc = record });

        await foreach (BibItem copy in polaris.BibRecords.ListItemsAsync(id))
        {
            Console.WriteLine($"{copy.Barcode} {copy.Status}");
        }
        // end
    }

    public static async Task<string> ReadSettingsAsync(PolarisClient polaris)
    {
        // snippet
        SystemSettingsClient lists = polaris.SystemSettings.Cached(TimeSpan.FromHours(1));

        IReadOnlyList<PatronCode> codes = await lists.ListPatronCodesAsync(3);
        SystemSetting waives = await lists.GetValueAsync(3, "PSPARM_DISTRIBUTED_WAIVES");
        PermissionGrant mayPlaceHolds = await polaris.SystemSettings.GetPermissionAsync(89);
        // end
        return $"{codes.Count} {waives.Value} {mayPlaceHolds.IsPermitted}";
    }
}
