using Polaris.Client.Cataloging;
using Polaris.Client.Marc;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

namespace Polaris.Client.SampleTests.Docs;

/// <summary>The C# of docs/batch-jobs.md.</summary>
internal static class BatchJobsSnippets
{
    public static async Task SaveManyAsync(PolarisClient polaris, Stream file, CancellationToken cancellationToken)
    {
        // snippet
        var handlers = new PromptHandlers()
            .On<DuplicateBibRecordsPrompt>(prompt => prompt.Cancel())
            .Otherwise(prompt => prompt.Cancel());
        IAsyncEnumerable<BibRecordSave> saves = MarcReader.ReadAsync(file, cancellationToken).Select(marc => new BibRecordSave(
            new AddOrUpdateBibRecord { IsNewRecord = true, DisplayInPac = true, RecordOwnerId = 3, Marc = marc }, handlers));

        var options = new SaveManyOptions { WorkstationIds = [1242, 1243, 1244, 1245] };
        await foreach (var result in polaris.BibRecords.SaveManyAsync(saves, options, cancellationToken))
        {
            Console.WriteLine($"{result.Save.Request.Marc?.ControlNumber}: {result.Outcome} {result.Error?.Message}");
        }
        // end
    }
}

// snippet
internal sealed class JournaledSave(AddOrUpdateBibRecord request, PromptHandlers handlers, string key, TextWriter journal)
    : BibRecordSave(request, handlers)
{
    public string Key { get; } = key;

    protected override async Task OnSendingAsync(int workstationId, CancellationToken cancellationToken)
    {
        await journal.WriteLineAsync($"{Key} sending at {workstationId}");
        await journal.FlushAsync(cancellationToken);
    }
}
// end

/// <summary>What the page shows, run.</summary>
public sealed class BatchJobsTests
{
    [Test]
    public async Task JournaledSave_WhenItIsSent_WasNotedBefore()
    {
        var fake = new FakePolaris();
        await using var polaris = fake.CreateClient();
        await using var journal = new StringWriter();
        var record = new MarcRecord().Control("001", "17").Field("245", '1', '0', ('a', "Frogs"));
        var save = new JournaledSave(new AddOrUpdateBibRecord { IsNewRecord = true, Marc = record }, new PromptHandlers(), "17", journal);

        var results = await polaris.BibRecords.SaveManyAsync(new[] { save }.ToAsyncEnumerable()).ToListAsync();

        Assert.That(results.Single().Outcome, Is.EqualTo(BibRecordSaveOutcome.Saved));
        Assert.That(journal.ToString(), Is.EqualTo($"17 sending at {polaris.WorkstationId}{Environment.NewLine}"));
    }

    [Test]
    public async Task SaveManyAsync_OfAFile_SavesEachRecord()
    {
        var fake = new FakePolaris();
        await using var polaris = fake.CreateClient();
        using var file = new MemoryStream(MarcWriter.ToBytes(new MarcRecord().Control("001", "17").Field("245", '1', '0', ('a', "Frogs"))));

        await BatchJobsSnippets.SaveManyAsync(polaris, file, CancellationToken.None);

        Assert.That(fake.ExecutedOperations, Is.EqualTo(1));
    }
}
