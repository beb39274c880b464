using System.Globalization;

namespace Polaris.Client.Testing;

/// <summary>The parameters of a list, checked as the server checks them.</summary>
internal sealed record FolioListRequest(int Offset, int Limit, bool HasTotals, FolioCqlQuery Query, string Text, string? HiddenBy)
{
    public bool HasQuery => Text.Length > 0;

    public bool Shows(FolioRow row) => HiddenBy is null || row.Text(HiddenBy) != "true";

    /// <param name="parameters">The parameters of the URL, or of the body of a <c>retrieve</c>.</param>
    /// <param name="shape">The resource.</param>
    /// <param name="refusal">The error response, if the parameters are invalid.</param>
    public static FolioListRequest? Read(
        IReadOnlyDictionary<string, string> parameters, FakeFolioResourceShape shape, out FakeResponse? refusal)
    {
        int offset = Number(parameters, "offset", 0, out refusal);
        int limit = Number(parameters, "limit", 10, out FakeResponse? limitRefusal);
        string totals = parameters.TryGetValue("totalRecords", out string? given) ? given : "auto";
        refusal ??= limitRefusal ?? CheckTotals(totals);
        if (refusal is not null)
        {
            return null;
        }

        try
        {
            bool showsAll = shape.ListParameters.Count > 0
                && parameters.TryGetValue(shape.ListParameters[0], out string? shown) && shown == "true";
            bool hasQuery = parameters.TryGetValue("query", out string? query) && query.Length > 0;
            if (shape.QueryPrefix is { } prefix && !showsAll)
            {
                query = hasQuery ? $"{prefix} and {query}" : prefix;
                hasQuery = true;
            }

            FolioCqlQuery parsed = hasQuery ? FolioCqlParser.Parse(query!) : FolioCqlQuery.Everything;
            return new FolioListRequest(offset, limit, totals != "none", parsed, hasQuery ? query! : "", showsAll ? null : shape.HidingField);
        }
        catch (FolioCqlException error)
        {
            refusal = FolioAnswers.Text(400, error.Message);
            return null;
        }
    }

    private static FakeResponse? CheckTotals(string totals) => totals is "exact" or "estimated" or "none" or "auto"
        ? null
        : Incorrect("totalRecords", totals, "must match \"exact|estimated|none|auto\"");

    private static int Number(IReadOnlyDictionary<string, string> parameters, string name, int otherwise, out FakeResponse? refusal)
    {
        refusal = null;
        if (!parameters.TryGetValue(name, out string? text))
        {
            return otherwise;
        }

        if (text.Length == 0)
        {
            refusal = FolioAnswers.Text(400, $"{name} does not have a default value in the RAML and has been passed empty");
        }
        else if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out otherwise))
        {
            refusal = FolioAnswers.Text(400, $"For input string: \"{text}\"");
        }
        else if (otherwise < 0)
        {
            refusal = Incorrect(name, text, "must be greater than or equal to 0");
        }

        return otherwise;
    }

    private static FakeResponse Incorrect(string name, string value, string rule) =>
        FolioAnswers.Text(400, $"\n'{name}' parameter is incorrect. parameter value {{{value}}} is not valid: {rule}");
}
