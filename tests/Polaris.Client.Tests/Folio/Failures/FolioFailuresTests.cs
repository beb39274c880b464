using System.Net;
using Polaris.Client.Folio;

namespace Polaris.Client.Tests.Folio.Failures;

public class FolioFailuresTests
{
    private const string Post = "POST /holdings-sources";
    private const string Put = "PUT /holdings-sources/{id}";
    private const string Delete = "DELETE /holdings-sources/{id}";
    private const string Get = "GET /holdings-sources/{id}";
    private const string List = "GET /holdings-sources";
    private const string Taken = "lower(f_unaccent(jsonb ->> 'name'::text)) value already exists in table holdings_records_source: original: name";

    [TestCase(Put, 400, Taken, "name", "original: name")]
    [TestCase(Post, 422, "id value already exists in table holdings_records_source: 8081d707", "id", "8081d707")]
    [TestCase(Post, 422, "lower(f_unaccent(jsonb->>'code')) value already exists in table t: x", "code", "x")]
    [TestCase(Put, 400, "jsonb ->> 'evil words' value already exists in table t", null, null)]
    public void ToException_ValueTaken_ReportsMemberAndValue(string route, int status, string text, string? member, string? value)
    {
        var error = (AlreadyExistsException)ToException(route, status, text);

        Assert.That(error.Member, Is.EqualTo(member));
        Assert.That(error.Value, Is.EqualTo(value));
    }

    [TestCase("POST", 400, """duplicate key value violates unique constraint "identifier_type_name_idx_unique": Key (lower(f_unaccent(jsonb ->> 'name'::text)))=(isbn (10) x) already exists.""", "name", "isbn (10) x")]
    [TestCase("PUT", 400, """duplicate key value violates unique constraint "holdings_type_name_idx_unique": Key (lower(f_unaccent(jsonb ->> 'name'::text)))=(serial) already exists.""", "name", "serial")]
    [TestCase("POST", 400, """duplicate key value violates unique constraint "statistical_code_pkey": Key (id)=(8081d707) already exists.""", "id", "8081d707")]
    [TestCase("POST", 400, """duplicate key value violates unique constraint "statistical_code_code_idx": Key (lower(f_unaccent(jsonb ->> 'code'::text)), lower(f_unaccent(jsonb ->> 'statisticalCodeTypeId'::text)))=(gift, 0d3e) already exists.""", "code", "gift, 0d3e")]
    [TestCase("POST", 400, "Key (id)=(8081d707) already exists.", "id", "8081d707")]
    [TestCase("POST", 400, "HRID value already exists in table instance: in00000000001", "hrid", "in00000000001")]
    [TestCase("POST", 400, "duplicate key value violates unique constraint", null, null)]
    [TestCase("POST", 422, """{"errors":[{"message":"Material Type exists","parameters":[{"key":"name","value":"book"}]}]}""", "name", "book")]
    [TestCase("POST", 422, """{"errors":[{"message":"Mode of issuance exists","parameters":[{"key":"name","value":"serial"}]}]}""", "name", "serial")]
    [TestCase("POST", 422, """{"errors":[{"message":"Service Point Exists","parameters":[{"key":"code","value":"cd1"}]}]}""", "code", "cd1")]
    [TestCase("POST", 422, """{"errors":[{"message":"duplicate name value violates unique constraint: isbn: 10"}]}""", "name", "isbn: 10")]
    [TestCase("POST", 422, """{"errors":[{"message":"ErrorMessage(fields=[(Severity, ERROR), (V, ERROR), (SQLSTATE, 23505), (Message, duplicate key value violates unique constraint \"x\"), (Detail, Key (lower(f_unaccent(jsonb ->> 'name'::text)))=(isbn) already exists.), (s, public)])"}]}""", "name", "isbn")]
    [TestCase("PUT", 422, """{"errors":[{"message":"Cannot create/update entity; name is not unique","code":"name.duplicate","parameters":[{"key":"fieldLabel","value":"name"}]}]}""", "name", null)]
    public void ToException_ValueTakenInTheWordsOfAnyRelease_ReportsMemberAndValue(string verb, int status, string body, string? member, string? value)
    {
        var error = (AlreadyExistsException)ToException($"{verb} /identifier-types", status, body);

        Assert.Multiple(() =>
        {
            Assert.That(error.Member, Is.EqualTo(member));
            Assert.That(error.Value, Is.EqualTo(value));
            Assert.That(error.MayHaveBeenProcessed, Is.False);
        });
    }

    [Test]
    public void ToException_ValueTakenInErrorList_ReportsMemberAndValue()
    {
        var error = (AlreadyExistsException)ToException(Post, 422, $$"""
            {"errors":[{"message":"{{Taken}}","type":"1","code":"-1",
              "parameters":[{"key":"lower(f_unaccent(jsonb ->> 'name'::text))","value":"original: name"}]}]}
            """);

        Assert.That(error.Member, Is.EqualTo("name"));
        Assert.That(error.Value, Is.EqualTo("original: name"));
        Assert.That(error.Errors.Single().Parameters.Single().Value, Is.EqualTo("original: name"));
        Assert.That(error.Message, Does.Not.Contain("original"));
    }

    [Test]
    public void ToException_HoldingsTypesOwnWordsForATakenName_ReportsMember()
    {
        var error = (AlreadyExistsException)ToException("POST /holdings-types", 422, """
            {"errors":[{"message":"Cannot create/update entity; name is not unique","code":"name.duplicate","parameters":[{"key":"fieldLabel","value":"name"}]}]}
            """);

        Assert.That(error.Member, Is.EqualTo("name"));
        Assert.That(error.ErrorCode, Is.EqualTo("name.duplicate"));
    }

    [Test]
    public void ToException_StillReferenced_ReportsTheTable()
    {
        var error = (RecordInUseException)ToException(
            Delete, 400, "Cannot delete holdings_records_source.id = 8081d707 because id is still referenced from table holdings_record.");

        Assert.That(error.ReferencedFrom, Is.EqualTo("holdings_record"));
    }

    [Test]
    public void ToException_StillReferencedInTheWordsOfV29_ReportsTheTableWithoutQuotationMarks()
    {
        var error = (RecordInUseException)ToException(
            Delete, 400, """Cannot delete loan_type.id = 8081d707 because id is still referenced from table "item".""");

        Assert.That(error.ReferencedFrom, Is.EqualTo("item"));
    }

    [TestCase(Post, 422, """{"errors":[{"message":"The record exists"}]}""", typeof(ValidationFailedException))]
    [TestCase(Post, 400, """Key (instancetypeid)=(8081d707) is not present in table "instance_type".""", typeof(ValidationFailedException))]
    [TestCase("DELETE /service-points/{id}", 400, "Cannot delete service point, as it is in use", typeof(RecordInUseException))]
    [TestCase("PUT /subject-types/{id}", 422, """{"errors":[{"message":"Illegal operation: Source folio cannot be updated"}]}""", typeof(RecordProtectedException))]
    [TestCase("POST /subject-types", 422, """{"errors":[{"message":"Illegal operation: Source consortium cannot be applied"}]}""", typeof(ValidationFailedException))]
    [TestCase(List, 400, "Unable to process request Tenant must be set", typeof(GatewayConfigurationException))]
    [TestCase(Post, 400, "x-okapi-tenant header must be provided", typeof(GatewayConfigurationException))]
    [TestCase(Delete, 400, "Holdings Records Sources with source of folio can not be deleted", typeof(RecordProtectedException))]
    [TestCase("PUT /call-number-types/{id}", 400, "System call number type couldn't be updated", typeof(RecordProtectedException))]
    [TestCase("DELETE /call-number-types/{id}", 400, "System call number type couldn't be deleted", typeof(RecordProtectedException))]
    [TestCase(List, 400, "org.z3950.zing.cql.CQLParseException: expected index or term, got EOF", typeof(InvalidQueryException))]
    [TestCase(List, 400, "cql.serverChoice requested, but no serverChoiceIndexes defined.", typeof(InvalidQueryException))]
    [TestCase(List, 400, "? wildcard not allowed in full text query string", typeof(InvalidQueryException))]
    [TestCase(List, 400, "\n'limit' parameter is incorrect. parameter value {-3} is not valid: must be greater than or equal to 0", typeof(ValidationFailedException))]
    [TestCase(Post, 400, "CQL is not a word of a record", typeof(ValidationFailedException))]
    [TestCase(Post, 422, "no such enum value", typeof(ValidationFailedException))]
    [TestCase(List, 400, "No such Tenant diku", typeof(GatewayConfigurationException))]
    [TestCase(List, 400, """{"errors":[{"code":"tenant_not_enabled","message":"Application is not enabled for tenant: diku"}]}""", typeof(GatewayConfigurationException))]
    [TestCase(List, 400, "Different tokens in Authentication and X-Okapi-Token. Use only one of them", typeof(GatewayConfigurationException))]
    [TestCase(List, 400, "Token missing, access requires permission: x", typeof(AuthenticationFailedException))]
    [TestCase(List, 401, """{"errors":[{"code":"authorization_error","message":"Unauthorized"}]}""", typeof(AuthenticationFailedException))]
    [TestCase(List, 403, """{"errors":[{"code":"authorization_error","message":"Access Denied"}]}""", typeof(PermissionDeniedException))]
    [TestCase(List, 403, "Access for user 'x' (1) requires permission: y", typeof(PermissionDeniedException))]
    [TestCase(Get, 404, "Not found", typeof(NotFoundException))]
    [TestCase(Get, 404, "", typeof(NotFoundException))]
    [TestCase(Delete, 404, "Entity with id '8081d707' not found for deletion", typeof(NotFoundException))]
    [TestCase(Get, 404, """{"errors":[{"code":"not_found_error","message":"Entity not found"}]}""", typeof(NotFoundException))]
    [TestCase(Get, 404, "No suitable module found for path /holdings-sources for tenant diku", typeof(GatewayConfigurationException))]
    [TestCase(Get, 404, """{"message":"no Route matched with those values"}""", typeof(GatewayConfigurationException))]
    [TestCase(Get, 404, """{"errors":[{"code":"route_not_found_error","message":"Route is not found [method: GET, path: /x]"}]}""", typeof(GatewayConfigurationException))]
    [TestCase(Get, 404, "X-Okapi-Token is not equal to Authorization token", typeof(GatewayConfigurationException))]
    [TestCase(Get, 404, "<html><h1>404</h1></html>", typeof(GatewayConfigurationException))]
    [TestCase(List, 404, "Not found", typeof(GatewayConfigurationException))]
    [TestCase(Put, 409, "Cannot update record 1 because it has been changed (optimistic locking): Stored _version is 2", typeof(VersionConflictException))]
    [TestCase(Post, 413, "<html>413 Request Entity Too Large</html>", typeof(RequestTooLargeException))]
    [TestCase(List, 414, "URI Too Long", typeof(RequestTooLargeException))]
    [TestCase(List, 431, "", typeof(RequestTooLargeException))]
    [TestCase(List, 503, """{"message":"The upstream server is timing out"}""", typeof(RequestFailedException))]
    [TestCase(List, 500, "{ not json", typeof(RequestFailedException))]
    [TestCase(List, 500, """{"errors":[{"message":"half a \ud800 character"}]}""", typeof(RequestFailedException))]
    [TestCase(List, 500, """{"errors":"no list","message":42}""", typeof(RequestFailedException))]
    [TestCase(List, 500, """{"errors":[null,1,[],{"parameters":{"key":1}},{"message":null,"parameters":[null,{"key":2,"value":{}}]}]}""", typeof(RequestFailedException))]
    public void ToException_Body_IsReadByMeaning(string route, int status, string body, Type expected)
    {
        var error = ToException(route, status, body);

        Assert.That(error, Is.TypeOf(expected));
        Assert.That(error.Message, Does.Contain(route).And.Contain("diku").And.Contain($"{status}"));
        Assert.That(error.ServerMessage is { Length: > 3 } words && error.Message.Contains(words), Is.False);
    }

    [Test]
    public void ToException_HtmlPage_KeepsItInTheBodyOnly()
    {
        var error = ToException(List, 502, "<html><body>Bad gateway</body></html>");

        Assert.That(error.ServerMessage, Is.Null);
        Assert.That(error.Body, Does.Contain("Bad gateway"));
    }

    private static RequestFailedException ToException(string route, int status, string body) => FolioFailures.ToException(new ApiFailure
    {
        Route = route,
        Tenant = "diku",
        StatusCode = (HttpStatusCode)status,
        Body = body.Length == 0 ? null : body,
    });
}
