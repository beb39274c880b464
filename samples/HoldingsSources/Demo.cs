using Polaris.Client.Folio;
using Spectre.Console;

namespace HoldingsSources;

/// <summary>The whole story, with the refusals that a program must expect.</summary>
internal static class Demo
{
    public static async Task RunAsync(SourcesJob job, IAnsiConsole console, CancellationToken cancellationToken)
    {
        Title(console, "What is there");
        await job.ListAsync(cancellationToken);

        Title(console, "A new source, and the same name once more");
        await job.CreateAsync("Main Street \"Annex\"", cancellationToken);
        await ExpectAsync<AlreadyExistsException>(console, () => job.CreateAsync("MAIN STREET \"ANNEX\"", cancellationToken));

        Title(console, "Found by a part of its name, quotes and all");
        await job.SearchAsync("\"Annex\"", cancellationToken);

        Title(console, "Renamed, then deleted");
        await job.RenameAsync("main street \"annex\"", "Annex", cancellationToken);
        await job.DeleteAsync("Annex", cancellationToken);

        Title(console, "Sources that FOLIO itself made are protected");
        await ExpectAsync<RecordProtectedException>(console, () => job.DeleteAsync("MARC", cancellationToken));

        Title(console, "All of them");
        await job.WalkAsync(cancellationToken);
    }

    private static void Title(IAnsiConsole console, string text) => console.Write(new Rule(Markup.Escape(text)).LeftJustified());

    private static async Task ExpectAsync<TException>(IAnsiConsole console, Func<Task> call)
        where TException : Exception
    {
        try
        {
            await call();
        }
        catch (TException exception)
        {
            console.MarkupLineInterpolated($"[yellow]{typeof(TException).Name}:[/] {exception.Message}");
            return;
        }

        throw new InvalidOperationException($"{typeof(TException).Name} was expected, and did not come.");
    }
}
