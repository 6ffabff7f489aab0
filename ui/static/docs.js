// Swagger UI on this service's own description; its files come from this service too.
window.SwaggerUIBundle({ url: "openapi.json", dom_id: "#swagger-ui", deepLinking: false, validatorUrl: null });
