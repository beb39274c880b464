using Polaris.Client;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;
using Spectre.Console;

namespace SaveBibRecord;

/// <summary>Shows an error, with details for the user that must not be logged.</summary>
internal static class Failure
{
    public static void Show(IAnsiConsole console, Exception exception)
    {
        var isSure = exception is not PolarisClientException { MayHaveBeenProcessed: true };
        console.MarkupLineInterpolated($"[red]{(isSure ? "Not saved:" : "Not confirmed:")}[/] {exception.Message}");
        foreach (var detail in Details(exception))
        {
            console.MarkupLineInterpolated($"  {detail}");
        }
    }

    /// <summary>Who holds a lock, where, since when, and for how long.</summary>
    public static string Describe(ObjectLock held, TimeProvider time) =>
        $"{held.PolarisUserName ?? $"User {held.PolarisUserId}"} at {held.WorkstationName ?? $"workstation {held.WorkstationId}"}{Age(held, time)}";

    private static string Age(ObjectLock held, TimeProvider time)
    {
        if (held.LockDate is not { } since)
        {
            return "";
        }

        var age = time.GetUtcNow() - since;
        var words = age < TimeSpan.FromMinutes(1) ? "less than a minute"
            : age < TimeSpan.FromHours(2) ? $"{age.TotalMinutes:0} min"
            : age < TimeSpan.FromDays(2) ? $"{age.TotalHours:0} h"
            : $"{age.TotalDays:0} days";
        return $" since {since:yyyy-MM-dd HH:mm} ({words})";
    }

    private static IEnumerable<string> Details(Exception exception) => exception switch
    {
        ObjectLockedException { Holder: { } holder } => [$"Held by {Describe(holder, TimeProvider.System)}."],
        WorkflowException workflow => workflow.Messages.Select(message => $"Message from Polaris: {message.Message}"),
        RequestFailedException { ServerMessage: { } words } => [$"Message from the server: {words}"],
        _ => [],
    };
}
