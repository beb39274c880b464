using System.Text.Json;
using Polaris.Client.Cataloging;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

namespace Polaris.Client.AotSmoke;

/// <summary>Locks a record, hides it through the prompt that this raises, and releases it.</summary>
internal static class MainJob
{
    private const int BibRecordId = 1126739;

    public static async Task RunAsync()
    {
        Console.WriteLine($"JSON by reflection: {JsonSerializer.IsReflectionEnabledByDefault}");
        var fake = new FakePolaris().WithBib(BibRecordId, displayInPac: true);
        await using var polaris = fake.CreateClient();
        await using (var lease = await polaris.ObjectLocks.AcquireAsync(ObjectType.BibliographicRecord, BibRecordId))
        {
            Console.WriteLine($"held: {lease.Locks[0].ObjectType} {lease.Locks[0].ObjectId}, locks: {fake.Locks.Count}");
            var result = await polaris.Workflows.RunAsync(
                new AddOrUpdateBibRecord { BibRecordId = BibRecordId, DisplayInPac = false, DoNotOverlay = false, RecordOwnerId = 1 },
                new PromptHandlers().On<DisplayInPacPrompt>(prompt => prompt.Continue()));
            Console.WriteLine($"{result.Outcome} after {result.Transcript.Count} exchanges: {result.Transcript}");
        }

        Console.WriteLine($"shown: {fake.Bibs[BibRecordId].DisplayInPac}, locks: {fake.Locks.Count}");
        fake.AssertNoUnexpectedRequests();
    }
}
