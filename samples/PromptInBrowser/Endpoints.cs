using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Polaris.Client.Marc;
using Polaris.Client.Workflows;
using PromptInBrowser.Pages;

namespace PromptInBrowser;

/// <summary>The addresses of the app. Each POST needs the anti-forgery token of a page, because its form is bound.</summary>
internal static class Endpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/", () => Home(null));
        app.MapGet("/site.css", () => Results.Stream(typeof(Endpoints).Assembly.GetManifestResourceStream("site.css")!, "text/css; charset=utf-8"));
        app.MapGet("/saves/{id}", (string id, SaveStore store) => store.Find(id) is { } save ? Show(save) : Results.NotFound());
        app.MapPost("/saves/header", ChangeHeaderAsync);
        app.MapPost("/saves/record", AddRecordAsync);
        app.MapPost("/saves/{id}/answer", AnswerAsync);
        app.MapPost("/saves/{id}/look", LookAgainAsync);
    }

    public static Task ShowErrorAsync(HttpContext context, int status) =>
        Page<ErrorPage>(status, (nameof(ErrorPage.Status), status)).ExecuteAsync(context);

    private static async Task<IResult> ChangeHeaderAsync([FromForm] int recordId, [FromForm] bool show, Saves saves) =>
        recordId < 1 ? Home("A record number is 1 or more.") : await StartAsync(new Change(recordId, show, null), saves);

    private static async Task<IResult> AddRecordAsync([FromForm] string? record, Saves saves)
    {
        try
        {
            using var text = new MemoryStream(Encoding.UTF8.GetBytes(record ?? ""));
            var results = new List<MarcReadResult>();
            await foreach (var result in MarcReader.ReadResultsAsync(text))
            {
                results.Add(result);
            }

            return results switch
            {
                [{ Deviations: [var damage, ..] }] => Home($"The record was not saved, because it cannot be read without loss: {damage}"),
                [{ Record: { } marc }] when marc["245"] is not null => await StartAsync(new Change(null, true, marc), saves),
                [_] => Home("The record was not saved, because it has no title (field 245)."),
                _ => Home($"Enter one record; {results.Count} were found."),
            };
        }
        catch (MarcException exception)
        {
            return Home($"The record cannot be read: {exception.Message}");
        }
    }

    private static async Task<IResult> StartAsync(Change change, Saves saves)
    {
        var (save, isNew) = await saves.StartAsync(change);
        return isNew
            ? Redirect(save)
            : Show(save, "This record already has an open save, shown here. Finish it before you start another one.", StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> AnswerAsync(
        string id,
        [FromForm] int step,
        [FromForm] string key,
        [FromForm] int result,
        [FromForm] int[]? records,
        [FromForm] int? maintain,
        Saves saves,
        SaveStore store)
    {
        var answer = new PromptAnswer
        {
            Key = key,
            Result = (WorkflowPromptResult)result,
            RecordIds = records ?? [],
            RecordToMaintainId = maintain ?? 0,
        };
        return await saves.AnswerAsync(id, step, answer) is { } answered ? Redirect(answered)
            : store.Find(id) is { } save ? Show(save, "This question was already answered, perhaps in another window. Your answer was not sent.", StatusCodes.Status409Conflict)
            : Results.NotFound();
    }

    private static async Task<IResult> LookAgainAsync(string id, [FromForm] int step, Saves saves, SaveStore store)
    {
        await saves.LookAgainAsync(id, step);
        return store.Find(id) is { } save ? Redirect(save) : Results.NotFound();
    }

    /// <summary>The browser gets the page with a GET, so that reloading it sends nothing again.</summary>
    private static RedirectHttpResult Redirect(Save save) => TypedResults.Redirect($"/saves/{save.Id}");

    private static RazorComponentResult<HomePage> Home(string? problem) => Page<HomePage>(
        problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest, (nameof(HomePage.Problem), problem));

    private static RazorComponentResult<SavePage> Show(Save save, string? notice = null, int status = StatusCodes.Status200OK) =>
        Page<SavePage>(status, (nameof(SavePage.Save), save), (nameof(SavePage.Notice), notice));

    private static RazorComponentResult<TPage> Page<TPage>(int status, params (string Name, object? Value)[] parameters)
        where TPage : IComponent => new(parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value)) { StatusCode = status };
}
