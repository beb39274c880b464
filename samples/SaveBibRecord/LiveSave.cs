using Polaris.Client;
using Polaris.Client.Cataloging;
using Polaris.Client.Marc;
using Polaris.Client.Workflows;
using Spectre.Console;

namespace SaveBibRecord;

/// <summary>A save on a configured server: under the lock the present record is read and shown, and the person asked.</summary>
internal sealed record LiveSave(SaveArguments Arguments, PolarisClient Polaris, IAnsiConsole Console) : SavePlan(OfBib(Arguments.BibId))
{
    public override Task<int> RunAsync(SaveJob job, TimeSpan wait, CancellationToken cancellationToken) =>
        job.SaveAsync(Target, PrepareAsync, wait, cancellationToken);

    /// <summary>Returns the request; null if the person does not want the change.</summary>
    private async Task<WorkflowRequest<BibRecordSaved>?> PrepareAsync(CancellationToken cancellationToken)
    {
        var marc = Arguments.Record is null ? null : Records.Load(Arguments.Record);
        var present = Arguments.BibId is { } id ? await ReadAsync(id, cancellationToken) : null;
        Show(marc, present?.Marc);
        if (!Arguments.Yes && !await new ConfirmationPrompt("Save this?") { DefaultValue = false }.ShowAsync(Console, cancellationToken))
        {
            Console.MarkupLine("[yellow]Nothing was saved.[/]");
            return null;
        }

        return present is null
            ? new AddOrUpdateBibRecord { IsNewRecord = true, DisplayInPac = Arguments.DisplayInPac, RecordOwnerId = Arguments.OwnerId, Marc = marc }
            : await UpdateAsync(present, marc, cancellationToken);
    }

    /// <summary>Repeats what is not to change, because it is not documented what the server makes of an omitted value.</summary>
    private async Task<AddOrUpdateBibRecord> UpdateAsync(Present shown, MarcRecord? marc, CancellationToken cancellationToken)
    {
        // A lock can vanish while a person thinks: servers may clear locks by the hour.
        var (header, present) = await ReadAsync(shown.Header.BibRecordId, cancellationToken);
        if (!present.ContentEquals(shown.Marc) || HeaderOf(header) != HeaderOf(shown.Header))
        {
            throw new RecordChangedException($"Record {header.BibRecordId} was changed by another user since it was shown, so it was not saved. Start again.");
        }

        if (header is not { DisplayInPac: not null, DoNotOverlay: not null, RecordOwnerId: not null })
        {
            throw new InvalidOperationException($"The server did not return the flags and the owner of record {header.BibRecordId}, which a save must repeat.");
        }

        return new AddOrUpdateBibRecord
        {
            BibRecordId = header.BibRecordId,
            DisplayInPac = Arguments.DisplayInPac ?? header.DisplayInPac,
            DoNotOverlay = header.DoNotOverlay,
            RecordOwnerId = Arguments.OwnerId ?? header.RecordOwnerId,
            RecordStatusId = header.RecordStatusId,
            Marc = marc,
        };
    }

    private async Task<Present> ReadAsync(int id, CancellationToken cancellationToken) =>
        new(await Polaris.BibRecords.GetAsync(id, cancellationToken), await Polaris.BibRecords.GetMarcAsync(id, cancellationToken));

    private static (bool?, bool?, int?, int?) HeaderOf(BibRecord header) =>
        (header.DisplayInPac, header.DoNotOverlay, header.RecordOwnerId, header.RecordStatusId);

    private void Show(MarcRecord? marc, MarcRecord? present)
    {
        var title = present is null ? "" : $": {TitleOf(present)}";
        Console.MarkupLineInterpolated($"  {(Arguments.BibId is { } id ? $"Update bibliographic record {id}" : "Add a new bibliographic record")}[bold]{title}[/]");
        if (marc is not null)
        {
            Console.MarkupLineInterpolated($"  {(present is null ? "With the" : "Replace all its")} MARC data: {TitleOf(marc)}, {marc.Fields.Count} fields");
            Console.WriteLine(present?.DiffTo(marc).ToText() ?? "");
        }

        if (Arguments.DisplayInPac is { } shown)
        {
            Console.MarkupLine(shown ? "  Show it in the public catalog" : "  Hide it from the public catalog");
        }

        if (Arguments.OwnerId is { } owner)
        {
            Console.MarkupLineInterpolated($"  Give it to organization {owner}");
        }
    }

    private static string TitleOf(MarcRecord marc) => marc["245"]?['a'] ?? "no title";

    private sealed record Present(BibRecord Header, MarcRecord Marc);
}
