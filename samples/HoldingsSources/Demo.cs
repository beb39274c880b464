using Polaris.Client.Folio;
using Samples;
using Spectre.Console;

namespace HoldingsSources;

/// <summary>Runs all commands, including the errors that a program must expect.</summary>
internal static class Demo
{
    public static async Task<bool> RunAsync(SourcesJob job, IAnsiConsole console, CancellationToken cancellationToken)
    {
        Title(console, "The existing sources");
        await job.ListAsync(cancellationToken);

        Title(console, "A new source, and the same name again");
        await job.CreateAsync("Main Street \"Annex\"", cancellationToken);
        await ExpectAsync<AlreadyExistsException>(console, () => job.CreateAsync("MAIN STREET \"ANNEX\"", cancellationToken));

        Title(console, "Found by a part of its name, including the quotes");
        await job.SearchAsync("\"Annex\"", cancellationToken);

        Title(console, "Renamed, then deleted");
        await job.RenameAsync("main street \"annex\"", "Annex", cancellationToken);
        await job.DeleteAsync("Annex", cancellationToken);

        Title(console, "Sources of FOLIO itself are protected");
        await ExpectAsync<RecordProtectedException>(console, () => job.DeleteAsync("MARC", cancellationToken));

        Title(console, "All sources");
        return await job.WalkAsync(cancellationToken);
    }

    private static void Title(IAnsiConsole console, string text) => console.WriteHeading(text);

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

        throw new InvalidOperationException($"Expected {typeof(TException).Name}, but it was not thrown.");
    }
}
